import type { State } from '../verification/session/state';

/** Why a request is not verified enough: the state of its session, or what is wrong with its pass. */
export type Shortfall =
  | Exclude<State, 'passed'>
  | 'no-link'
  | 'demo'
  | 'other-person'
  | 'not-comparable'
  | 'reporter-changed'
  | 'too-old'
  | 'code-not-confirmed';

export type Decision = { kind: 'sufficient'; until: number } | { kind: 'insufficient'; reason: Shortfall };
