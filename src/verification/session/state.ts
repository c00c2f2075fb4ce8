/**
 * Where a verification stands. `expired` and `no-result` are what the clock makes of `sent` and `started`;
 * `identity-changed`: a success with another identity than the known one, or with none that can be read.
 */
export type State =
  | 'sent'
  | 'started'
  | 'review'
  | 'expired'
  | 'no-result'
  | 'passed'
  | 'failed'
  | 'identity-changed'
  | 'conflicting'
  | 'mismatch'
  | 'objected'
  | 'superseded';

/** Why a success is `identity-changed`. */
export type IdentityDoubt = 'other' | 'missing' | 'unreadable';

/** Outcomes that withdraw a pass. */
export const takenBack = [
  'identity-changed',
  'conflicting',
  'mismatch',
  'objected',
] as const satisfies State[];

export type TakenBack = (typeof takenBack)[number];

/** The states that are written into the ticket, as a comment and perhaps a transition. */
const outcomes = ['passed', 'failed', 'review', ...takenBack] as const satisfies State[];

export type Outcome = (typeof outcomes)[number];

export function isOutcome(state: State): state is Outcome {
  return outcomes.some((outcome) => outcome === state);
}

/** Whether the employee can still complete the link. */
export function isLive(state: State): boolean {
  return state === 'sent' || state === 'started';
}

/** Whether a state withdraws a pass; administrators should know of it. */
export function isTakenBack(state: State): state is TakenBack {
  return takenBack.some((outcome) => outcome === state);
}
