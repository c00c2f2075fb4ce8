import { codeStateOf, isCodeOfUse } from '../verification/session/caller-code';
import { fold } from '../verification/session/fold';
import { mayObject } from '../verification/session/objection';
import type { PortalCheck, PortalCode, PortalStanding } from '../contract/portal-panel';
import type { State } from '../verification/session/state';
import type { Verification } from '../verification/session/session-record';

/** What the portal shows beside the session itself. */
interface Around {
  askedBy: string | undefined;
  /** The six digits. */
  code: string;
  /** Since when the request is marked as objected. */
  objectedAt: number | undefined;
  /** How long a pass counts at most. */
  passCountsMs: number;
}

/** The employee is not told what the agent has to find out. */
const standings: Record<State, PortalStanding> = {
  sent: 'sent',
  started: 'opened',
  review: 'in-review',
  expired: 'ended',
  'no-result': 'ended',
  passed: 'passed',
  failed: 'not-passed',
  'identity-changed': 'in-review',
  conflicting: 'in-review',
  mismatch: 'in-review',
  objected: 'objected',
  superseded: 'ended',
};

/** A verification as its subject sees it at the time `now`. */
export function portalCheck(verification: Verification, around: Around, now: number): PortalCheck {
  const { link, facts } = verification;
  const { state, changedAt } = fold(verification, now);
  const objectedAt = facts.objected?.at ?? around.objectedAt;
  const isObjected = objectedAt !== undefined;
  return {
    kind: 'check',
    readAt: now,
    askedBy: around.askedBy,
    askedAt: link.requestedAt,
    method: link.delivery.method,
    maskedDestination: link.delivery.maskedDestination,
    linkEndsAt: link.expiresAt,
    isDemo: link.environment === 'demo',
    standing: isObjected ? 'objected' : standings[state],
    changedAt: objectedAt ?? changedAt,
    code: isObjected ? undefined : portalCode(verification, around, now),
    mayObject: !isObjected && mayObject(verification, around.passCountsMs, now),
    objectedAt,
  };
}

function portalCode(
  verification: Verification,
  { code, passCountsMs }: Around,
  now: number,
): PortalCode | undefined {
  const state = codeStateOf(verification);
  if (!state || !isCodeOfUse(verification, passCountsMs, now)) return undefined;
  if (state.kind === 'over') return { kind: 'over' };
  const digits = { first: code.slice(0, 3), last: code.slice(3) };
  return state.kind === 'open' ? { kind: 'open', ...digits } : { kind: 'confirmed', ...digits, at: state.at };
}
