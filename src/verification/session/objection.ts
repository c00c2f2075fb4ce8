import { fold, passEndsAt } from './fold';
import type { Verification } from './session-record';

/**
 * Whether the employee can still say that they did not ask for a check: once, and after a pass as long as it counts.
 * @param passCountsMs how long a pass counts at most
 */
export function mayObject(verification: Verification, passCountsMs: number, now: number): boolean {
  const reading = fold(verification, now);
  const { state } = reading;
  if (state === 'passed') return now < passEndsAt(reading, passCountsMs);
  return state !== 'mismatch' && state !== 'objected';
}
