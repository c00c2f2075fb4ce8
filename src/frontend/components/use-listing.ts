import { useState } from 'react';
import { call } from './call';
import type { Answer, WireError } from '../../contract/answer';

interface Page<T> {
  items: T[];
  total: number;
}

/** A list of Jira's, asked for once somebody is to choose from it, page by page. */
export interface Listing<T> {
  /** What is listed so far. */
  listed: T[];
  /** How many there are; `undefined` while none were listed. */
  total: number | undefined;
  isListing: boolean;
  error: WireError | undefined;
  /** Lists the next page; all that is listed by then. */
  list: () => Promise<T[]>;
}

/** A list with nothing in it yet: most who open the page do not need it. `idOf` tells items apart. */
export function useListing<T>(
  load: (startAt: number) => Promise<Answer<Page<T>>>,
  idOf: (item: T) => string,
): Listing<T> {
  const [listing, setListing] = useState<Omit<Listing<T>, 'list'>>(nothing);
  const { listed } = listing;
  const list = async () => {
    setListing((before) => ({ ...before, isListing: true }));
    const answer = await call(load(listed.length));
    if (!answer.ok) {
      setListing((before) => ({ ...before, isListing: false, error: answer.error }));
      return listed;
    }
    // Between two pages an item may have moved.
    const all = new Map([...listed, ...answer.data.items].map((item) => [idOf(item), item]));
    const items = [...all.values()];
    setListing({ listed: items, total: answer.data.total, isListing: false, error: undefined });
    return items;
  };
  return { ...listing, list };
}

const nothing = { listed: [], total: undefined, isListing: false, error: undefined };
