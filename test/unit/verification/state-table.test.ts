import fc from 'fast-check';
import { RESULT_GRACE_MS } from '../../../src/verification/session/fold';
import { add, anEventOf, aVerification, replaced, stateOf } from '../../support/builders';
import type { State } from '../../../src/verification/session/state';
import type { Verification } from '../../../src/verification/session/session-record';

const events = ['started', 'progress', 'succeeded', 'failed', 'pending-review'] as const;
type Happening = (typeof events)[number] | 'link ended' | 'grace ended' | 'new link accepted';
type Row = Partial<Record<Happening, State>>;

const opened = { started: 'started', progress: 'started' } as const;
const verdicts = { succeeded: 'passed', failed: 'failed', 'pending-review': 'review' } as const;
const superseded = { 'new link accepted': 'superseded' } as const;

/**
 * From each state, what makes which other state of it; everything else changes nothing. Identities and addresses, which
 * hold whatever the order of things, have tests of their own.
 */
const table: Partial<Record<State, Row>> = {
  sent: { ...opened, ...verdicts, ...superseded, 'link ended': 'expired' },
  started: { ...verdicts, ...superseded, 'grace ended': 'no-result' },
  review: { succeeded: 'passed', failed: 'failed', ...superseded },
  expired: { ...opened, ...verdicts, ...superseded },
  'no-result': { ...verdicts, ...superseded },
  passed: { failed: 'conflicting' },
  failed: { succeeded: 'conflicting' },
  conflicting: {},
  superseded: {},
};

function next(state: State, happening: Happening): State {
  return table[state]?.[happening] ?? state;
}

interface Moment {
  at: number;
  happening: Happening;
}

const MINUTE_MS = 60_000;
const { link } = aVerification();
const clockActs: Moment[] = [
  { at: link.expiresAt, happening: 'link ended' },
  { at: link.expiresAt + RESULT_GRACE_MS, happening: 'grace ended' },
];

/** What Incode tells and we do, at whole minutes in which the clock does nothing, and what the clock does by itself. */
const someMoments = fc
  .uniqueArray(
    fc.record({
      at: fc.integer({ min: 0, max: 60 }).map((minutes) => minutes * MINUTE_MS + 1),
      happening: fc.constantFrom<Happening[]>(...events, 'new link accepted'),
    }),
    { selector: ({ at }) => at, maxLength: 8 },
  )
  .map((moments) => [...moments, ...clockActs].toSorted((one, other) => one.at - other.at));

function apply(verification: Verification, { at, happening }: Moment): Verification {
  if (happening === 'link ended' || happening === 'grace ended') return verification;
  if (happening === 'new link accepted') {
    return verification.facts.replaced ? verification : replaced(verification, at);
  }
  return add(verification, anEventOf(happening, at));
}

test('what the facts come to is, step by step, what the table of states says', () => {
  fc.assert(
    fc.property(someMoments, (moments) => {
      let verification = aVerification();
      let expected: State = 'sent';
      for (const moment of moments) {
        verification = apply(verification, moment);
        expected = next(expected, moment.happening);
        // A link that is first opened when Incode tells nothing more of it has no result at once.
        if (moment.at > link.expiresAt + RESULT_GRACE_MS) expected = next(expected, 'grace ended');
        expect({ ...moment, state: stateOf(verification, moment.at) }).toEqual({
          ...moment,
          state: expected,
        });
      }
    }),
    { numRuns: 1000 },
  );
});
