import type { State, VerificationView } from '../../contract/issue-panel';

/** What a verification is at this moment, for people: a pass also ages. */
export type ShownState = State | 'passed-earlier';

/** A link ends, and a pass ages, at its second, whether or not anybody asks the server. `now`: the server's time. */
export function stateNow(
  { state, expiresAt, passCountsUntil }: Pick<VerificationView, 'state' | 'expiresAt' | 'passCountsUntil'>,
  now: number,
): ShownState {
  if (state === 'sent' && now >= expiresAt) return 'expired';
  return state === 'passed' && now >= passCountsUntil ? 'passed-earlier' : state;
}
