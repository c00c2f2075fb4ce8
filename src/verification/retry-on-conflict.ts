import { AppError } from './app-error';

/** More than others can get in the way of one write, each of them once. */
const TRIES = 8;

/**
 * Tries until something was written: `attempt` reads, decides and writes, and answers `undefined` where another write
 * came in between.
 * @throws {AppError} `changed-meanwhile` where other writes kept coming first; what `attempt` throws
 */
export async function retryOnConflict<T>(attempt: () => Promise<T | undefined>, tries = TRIES): Promise<T> {
  for (let count = 0; count < tries; count++) {
    const done = await attempt();
    if (done !== undefined) return done;
  }
  throw new AppError('changed-meanwhile', { isRetryable: true });
}
