import { AppError } from './app-error';
import type { Records, Store } from './store';

/** More tries than other writes are likely to come in between. */
const USUAL_TRIES = 8;

/**
 * Tries until something was written: `attempt` reads, decides and writes, and answers `undefined` where another write
 * came in between.
 * @param mostTries how often to try
 * @throws {AppError} `changed-meanwhile` where other writes kept coming first; what `attempt` throws
 */
export async function retryOnConflict<T>(
  attempt: () => Promise<T | undefined>,
  mostTries = USUAL_TRIES,
): Promise<T> {
  for (let count = 0; count < mostTries; count++) {
    const done = await attempt();
    if (done !== undefined) return done;
  }
  throw new AppError('changed-meanwhile', { isRetryable: true });
}

/**
 * Replaces a record's value by what `next` makes of it.
 * @returns whether there is such a record
 * @throws {AppError} `changed-meanwhile`, `storage-unavailable`; what `next` throws
 */
export function changeRecord<T>(
  store: Store,
  records: Records<T>,
  key: string,
  next: (value: T) => T,
): Promise<boolean> {
  return retryOnConflict(async () => {
    const stored = await records.load(key);
    if (!stored) return false;
    return (await store.commit([records.change(stored, next(stored.value))])) || undefined;
  });
}
