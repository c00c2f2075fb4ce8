import { fold } from './fold';
import type { Verification } from './session-record';

/**
 * Whether the employee can still say that they did not ask for a check: once, and after a pass as long as it counts.
 * @param passCountsMs how long a pass counts at most
 */
export function mayObject(verification: Verification, passCountsMs: number, now: number): boolean {
  const { state, actedAt, changedAt } = fold(verification, now);
  if (state === 'passed') return now < (actedAt ?? changedAt) + passCountsMs;
  return state !== 'mismatch' && state !== 'objected';
}
