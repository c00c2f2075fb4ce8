import { fold, passEndsAt } from './fold';
import { isLive } from './state';
import type { CodeState } from './code-state';
import type { Verification } from './session-record';

/** How many wrong codes end the use of a link's code. */
export const MOST_WRONG_CODES = 3;
/** How many end the use of all codes of an employee's links, within 24 hours. */
export const MOST_WRONG_CODES_A_DAY = 5;

/** What the app's validator says where only the caller's code is missing, or that, too. */
export const CODE_NEEDED_SENTENCE = 'Identity verification with the caller’s code is needed first.';

/**
 * How a session's code stands; `undefined` where there is none, because the employee is not known to be the request's
 * reporter and so does not see it in the portal.
 */
export function codeStateOf({ link, code }: Pick<Verification, 'link' | 'code'>): CodeState | undefined {
  if (link.subject.reporter !== 'reporter' || link.subject.reporterAccountId === undefined) return undefined;
  if (code?.confirmed) return { kind: 'confirmed', ...code.confirmed };
  const wrong = code?.wrong ?? 0;
  return { kind: wrong < MOST_WRONG_CODES ? 'open' : 'over', wrong };
}

/** Whether there is a code, and it still serves a purpose: the link waits for a result, is reviewed, or has passed and counts. */
export function isCodeOfUse(verification: Verification, passCountsMs: number, now: number): boolean {
  if (!codeStateOf(verification)) return false;
  const reading = fold(verification, now);
  const { state } = reading;
  return state === 'passed' ? now < passEndsAt(reading, passCountsMs) : isLive(state) || state === 'review';
}
