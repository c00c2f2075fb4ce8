/**
 * Where a verification stands. `expired` and `no-result` are what the clock makes of `sent` and `started`;
 * `identity-changed`: a success, but with another identity than the one the employee proved before.
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
  | 'contradicted'
  | 'mismatch'
  | 'superseded';

/** What can happen to a verification, as far as its state goes. */
export type Signal =
  | 'opened'
  | 'succeeded'
  | 'succeeded-as-another-identity'
  | 'failed'
  | 'pending-review'
  | 'foreign-verdict'
  | 'replaced';

/** How long after the link's end Incode may still deliver a result: its last retry comes after about 32 minutes. */
export const RESULT_GRACE_MS = 33 * 60_000;

const whileOpen = {
  succeeded: 'passed',
  'succeeded-as-another-identity': 'identity-changed',
  failed: 'failed',
  'pending-review': 'review',
  'foreign-verdict': 'mismatch',
  replaced: 'superseded',
} as const;

const transitions: Record<State, Partial<Record<Signal, State>>> = {
  sent: { ...whileOpen, opened: 'started' },
  started: whileOpen,
  expired: { ...whileOpen, opened: 'started' },
  'no-result': whileOpen,
  review: whileOpen,
  passed: {
    'succeeded-as-another-identity': 'identity-changed',
    failed: 'contradicted',
    'foreign-verdict': 'mismatch',
  },
  failed: {
    succeeded: 'contradicted',
    'succeeded-as-another-identity': 'contradicted',
    'foreign-verdict': 'mismatch',
  },
  'identity-changed': { failed: 'contradicted', 'foreign-verdict': 'mismatch' },
  contradicted: { 'foreign-verdict': 'mismatch' },
  mismatch: {},
  superseded: {},
};

/** The state after `signal`; the same state where the signal changes nothing. */
export function nextState(state: State, signal: Signal): State {
  return transitions[state][signal] ?? state;
}

/** What is stored, read at the time `now`: an unopened link expires, an opened one ends without a result. */
export function stateAt({ state, expiresAt }: { state: State; expiresAt: number }, now: number): State {
  if (state === 'sent' && now >= expiresAt) return 'expired';
  if (state === 'started' && now >= expiresAt + RESULT_GRACE_MS) return 'no-result';
  return state;
}
