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
  const [page, setPage] = useState<Page<T>>();
  const [isListing, setIsListing] = useState(false);
  const [error, setError] = useState<WireError>();
  const listed = page?.items ?? [];
  const list = async () => {
    setIsListing(true);
    const answer = await call(load(listed.length));
    setIsListing(false);
    setError(answer.ok ? undefined : answer.error);
    if (!answer.ok) return listed;
    // Between two pages an item may have moved.
    const all = new Map([...listed, ...answer.data.items].map((item) => [idOf(item), item]));
    setPage({ items: [...all.values()], total: answer.data.total });
    return [...all.values()];
  };
  return { listed, total: page?.total, isListing, error, list };
}
