import type { State } from './state';

/** The states of which the ticket is told, by a comment and perhaps a transition. */
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

/** The outcomes that take a pass back. */
export function isTakenBack(outcome: Outcome): boolean {
  return outcome !== 'passed' && outcome !== 'failed' && outcome !== 'review';
}
