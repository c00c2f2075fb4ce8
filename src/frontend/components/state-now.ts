import type { LiveView, State, VerificationView } from '../../contract/issue-panel';

/** What a verification is at this moment, for people: a pass also ages. */
export type ShownState = State | 'passed-earlier';

type Timed = Pick<VerificationView, 'state' | 'expiresAt' | 'resultDueBy' | 'passCountsUntil'>;

/** Links and sessions end, and a pass ages, at its second, without asking the server. `now`: the server's time. */
export function stateNow({ state, expiresAt, resultDueBy, passCountsUntil }: Timed, now: number): ShownState {
  if (state === 'sent' && now >= expiresAt) return 'expired';
  if (state === 'started' && now >= resultDueBy) return 'no-result';
  return state === 'passed' && now >= passCountsUntil ? 'passed-earlier' : state;
}

/** Whether something of it ends at a second that people watch. */
export function isTimed({ verification, requirement }: LiveView): boolean {
  const holds = requirement?.kind === 'needs' && requirement.decision.kind === 'sufficient';
  return verification?.state === 'sent' || holds;
}
