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
