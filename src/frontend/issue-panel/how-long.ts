import { shownTime } from '../components/verification-words';
import type { ShownState } from '../components/state-now';
import type { VerificationView } from '../../contract/issue-panel';

const MINUTE_MS = 60_000;

/** Whether so much time has gone by since a pass that another call may be on the line. */
export function isPassAWhileAgo(verification: VerificationView, state: ShownState, now: number): boolean {
  return state === 'passed' && now - shownTime(verification) >= 10 * MINUTE_MS;
}

/** Whether the check, which takes about half a minute, takes longer than it should. */
export function isTakingLong(verification: VerificationView, state: ShownState, now: number): boolean {
  return state === 'started' && now - shownTime(verification) >= 2 * MINUTE_MS;
}
