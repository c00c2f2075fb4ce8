import { AppError } from '../app-error';

/** How often links may be sent, within any 24 hours. */
export interface SendingLimits {
  perTicket: number;
  perEmployee: number;
  perAgent: number;
  /** How long after a link that is still live the next one to the same employee may be sent; 0: at once. */
  coolDownSeconds: number;
}

/** What has a limit of its own that can be lifted. */
export type LimitOwner = 'ticket' | 'employee' | 'agent';

const DAY_MS = 24 * 60 * 60_000;

/** What happened in the last 24 hours. Times are epoch milliseconds, oldest first. */
export function withinADay(times: number[] = [], now: number): number[] {
  return times.filter((at) => now - at < DAY_MS);
}

/** When the next link may be sent after these recent ones, if none may now. */
export function limitEndsAt(recent: number[], most: number): number | undefined {
  const lastInTheWay = recent.at(-most);
  return recent.length >= most && lastInTheWay !== undefined ? lastInTheWay + DAY_MS : undefined;
}

/** The recent sends with one more. Throws `limit-reached` with whose limit it is, how many it allows, and `freeAt`. */
export function countSend(
  whose: LimitOwner | 'automation',
  sends: number[] | undefined,
  most: number,
  now: number,
): number[] {
  const recent = withinADay(sends, now);
  const freeAt = limitEndsAt(recent, most);
  if (freeAt !== undefined) throw new AppError('limit-reached', { values: { whose, most, freeAt } });
  return [...recent, now];
}

/** The sends without one that did not take place after all. */
export function uncountSend(sends: number[] = [], at: number): number[] {
  const index = sends.indexOf(at);
  return index < 0 ? sends : sends.toSpliced(index, 1);
}
