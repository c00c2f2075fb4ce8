import { AppError } from '../verification/app-error';
import { withinADay } from '../verification/sending/limits';

/** Counts the test links of an installation. */
export interface TestLinks {
  /** Counts one more, whatever becomes of it. Throws `limit-reached` with `most`, `storage-unavailable`. */
  count(now: number): Promise<void>;
}

/** How many test links one installation may try within any 24 hours. */
const MOST_A_DAY = 20;

/**
 * The tries of the last 24 hours with one more. Times are epoch milliseconds.
 * @throws {AppError} `limit-reached` with `most`
 */
export function withTestLink(tries: number[], now: number): number[] {
  const recent = withinADay(tries, now);
  if (recent.length >= MOST_A_DAY) throw new AppError('limit-reached', { values: { most: MOST_A_DAY } });
  return [...recent, now];
}
