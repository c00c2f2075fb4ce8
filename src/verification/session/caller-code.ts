import { fold } from './fold';
import type { Verification } from './session-record';

/** How many wrong codes end the use of a link's code. */
const MOST_WRONG_CODES = 3;

/** How far a session's code has come; `over`: too many wrong ones were entered. */
export type CodeState =
  { kind: 'open'; triesLeft: number } | { kind: 'confirmed'; at: number; by: string } | { kind: 'over' };

/**
 * How a session's code stands; `undefined` where there is none, because the employee is not known to be the request's
 * reporter and so does not see it in the portal.
 */
export function codeStateOf({ link, code }: Pick<Verification, 'link' | 'code'>): CodeState | undefined {
  if (link.subject.reporter !== 'reporter' || link.subject.reporterAccountId === undefined) return undefined;
  if (code?.confirmed) return { kind: 'confirmed', ...code.confirmed };
  const triesLeft = MOST_WRONG_CODES - (code?.wrong ?? 0);
  return triesLeft > 0 ? { kind: 'open', triesLeft } : { kind: 'over' };
}

/** Whether the code still serves a purpose: the link waits for a result, is reviewed, or has passed and counts. */
export function isCodeOfUse(verification: Verification, passCountsMs: number, now: number): boolean {
  const { state, actedAt, changedAt } = fold(verification, now);
  if (state === 'passed') return now < (actedAt ?? changedAt) + passCountsMs;
  return state === 'sent' || state === 'started' || state === 'review';
}
