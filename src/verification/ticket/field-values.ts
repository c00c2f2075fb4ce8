import { fold } from '../session/fold';
import type { State } from '../session/state';
import type { Verification } from '../session/session-record';

/** What the app's two fields on an issue say; `null`: nothing. */
export interface FieldValues {
  /** *Identity verification*: English in every language, for searches are written with it. */
  state: string | null;
  /** *Identity verified at*: when the person acted, of a pass only. An ISO date. */
  verifiedAt: string | null;
}

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
