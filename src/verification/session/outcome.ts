import type { State } from './state';

/** The states that are written into the ticket, as a comment and perhaps a transition. */
const outcomes = [
  'passed',
  'failed',
  'review',
  'identity-changed',
  'conflicting',
  'mismatch',
  'objected',
] as const satisfies State[];

export type Outcome = (typeof outcomes)[number];

export function isOutcome(state: State): state is Outcome {
  return outcomes.some((outcome) => outcome === state);
}

/** Whether an outcome withdraws a pass. */
export function isTakenBack(outcome: Outcome): boolean {
  return outcome !== 'passed' && outcome !== 'failed' && outcome !== 'review';
}
