import { fold } from '../session/fold';
import type { State } from '../session/state';
import type { FieldValues } from './ports';
import type { Verification } from '../session/session-record';

const names: Record<State, string | null> = {
  sent: 'Link sent',
  started: 'Link opened',
  passed: 'Passed',
  failed: 'Failed',
  review: 'Manual review',
  expired: 'Expired',
  'no-result': 'No result',
  conflicting: 'Conflicting results',
  mismatch: 'Different person',
  'identity-changed': 'Identity changed',
  objected: 'Objected',
  superseded: null,
};

/** What the fields say of an issue whose current verification is this one. Demo results are told apart by their name. */
export function fieldValues(verification: Verification, now: number): FieldValues {
  const { state, actedAt } = fold(verification, now);
  const name = names[state];
  const isDemo = verification.link.environment === 'demo';
  return {
    state: name && isDemo ? `${name} (demo)` : name,
    verifiedAt: state === 'passed' && actedAt !== undefined ? new Date(actedAt).toISOString() : null,
  };
}
