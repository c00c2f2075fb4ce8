import fc from 'fast-check';
import { RESULT_GRACE_MS, nextState, stateAt } from '../../../src/verification/states';
import { applyEvent, isCompletedAfterReplacement, supersede } from '../../../src/verification/verification';
import { aVerification } from '../../support/builders';
import type { SessionEvent } from '../../../src/verification/session-event';
import type { State } from '../../../src/verification/states';
import type { Verification } from '../../../src/verification/verification';

const eventTypes = ['started', 'progress', 'succeeded', 'failed', 'pending-review'] as const;
const hints = ['ada@example.com', ' ADA@Example.com', 'mallory@example.com', 'identity-7', undefined];

const anEvent: fc.Arbitrary<SessionEvent> = fc.record({
  interviewId: fc.constant('session-1'),
  type: fc.constantFrom(...eventTypes),
  at: fc.nat(10_000_000),
  loginHint: fc.constantFrom(...hints),
  identityId: fc.constantFrom('identity-1', 'identity-2', undefined),
});

const aKnownIdentity = fc.constantFrom('identity-1', undefined);

const aStart = fc.constantFrom<State>(
  'sent',
  'started',
  'expired',
  'no-result',
  'review',
  'passed',
  'failed',
  'identity-changed',
);

function apply(events: SessionEvent[], start: Verification = aVerification()): Verification {
  return events.reduce(applyEvent, start);
}

function isVerdict({ type }: SessionEvent): boolean {
  return type === 'succeeded' || type === 'failed' || type === 'pending-review';
}

function isForeign({ loginHint }: SessionEvent): boolean {
  return loginHint === 'mallory@example.com';
}

describe('what Incode’s events make of a verification', () => {
  test('is the same for every order and every number of repetitions', () => {
    fc.assert(
      fc.property(
        aStart,
        aKnownIdentity,
        fc.array(anEvent, { maxLength: 8 }),
        (state, knownIdentityId, events) => {
          const start = { ...aVerification({ knownIdentityId }), state };
          const expected = apply(events, start).state;
          const again = fc.sample(
            fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
            5,
          );
          for (const order of again) {
            expect(apply(order, start).state).toBe(expected);
          }
        },
      ),
    );
  });

  test('is a pass only after a success, without any failure, and without a verdict for somebody else', () => {
    fc.assert(
      fc.property(aKnownIdentity, fc.array(anEvent, { maxLength: 8 }), (knownIdentityId, events) => {
        const verdicts = events.filter(isVerdict);
        const successes = verdicts.filter(({ type }) => type === 'succeeded');
        const isPass =
          successes.length > 0 &&
          !verdicts.some(({ type }) => type === 'failed') &&
          !verdicts.some(isForeign) &&
          !successes.some(
            ({ identityId }) => knownIdentityId && identityId && identityId !== knownIdentityId,
          );
        expect(apply(events, aVerification({ knownIdentityId })).state === 'passed').toBe(isPass);
      }),
    );
  });

  test('never turns a result back: passed and failed end at most contradicted, or as another person’s', () => {
    fc.assert(
      fc.property(
        aKnownIdentity,
        fc.array(anEvent, { maxLength: 8 }),
        anEvent,
        (knownIdentityId, events, last) => {
          const start = aVerification({ knownIdentityId });
          const before = apply(events, start).state;
          const after = apply([...events, last], start).state;
          const allowed: Partial<Record<State, State[]>> = {
            passed: ['passed', 'identity-changed', 'contradicted', 'mismatch'],
            'identity-changed': ['identity-changed', 'contradicted', 'mismatch'],
            failed: ['failed', 'contradicted', 'mismatch'],
            contradicted: ['contradicted', 'mismatch'],
            mismatch: ['mismatch'],
          };
          expect(allowed[before] ?? [after]).toContain(after);
        },
      ),
    );
  });

  test('never verifies a superseded link, but tells that it was completed', () => {
    fc.assert(
      fc.property(fc.array(anEvent, { maxLength: 8 }), (events) => {
        const superseded = supersede(aVerification(), 1);
        const after = apply(events, superseded);
        expect(after.state).toBe('superseded');
        expect(after.updates).toEqual([]);
        expect(isCompletedAfterReplacement(after)).toBe(events.some(isVerdict));
      }),
    );
  });

  test.each([
    ['review', 'identity-changed'],
    ['refuse', 'mismatch'],
    ['ignore', 'passed'],
  ] as const)(
    'is, for another identity than the known one, by the rule %s: %s',
    (onIdentityChange, state) => {
      const start = aVerification({ knownIdentityId: 'identity-1', onIdentityChange });
      const success = { interviewId: 'session-1', type: 'succeeded', at: 5 } as const;
      expect(applyEvent(start, { ...success, identityId: 'identity-2' }).state).toBe(state);
      expect(applyEvent(start, { ...success, identityId: 'identity-1' }).state).toBe('passed');
      expect(applyEvent(start, success).state).toBe('passed');
    },
  );

  test('is a late genuine result on an expired link', () => {
    expect(nextState('expired', 'succeeded')).toBe('passed');
    expect(nextState('no-result', 'failed')).toBe('failed');
  });

  test('leaves the very same object where nothing changes', () => {
    const passed = apply([{ interviewId: 'session-1', type: 'succeeded', at: 5 }]);
    expect(applyEvent(passed, { interviewId: 'session-1', type: 'succeeded', at: 9 })).toBe(passed);
  });

  test('is another person’s result only where an address differs beyond case and spaces', () => {
    const verdict = (loginHint: string) =>
      apply([{ interviewId: 'session-1', type: 'succeeded', at: 1, loginHint }]).state;
    expect(verdict(' Ada@Example.COM ')).toBe('passed');
    expect(verdict('identity-7')).toBe('passed');
    expect(verdict('mallory@example.com')).toBe('mismatch');
  });
});

describe('a newer link', () => {
  test.each<State>(['sent', 'started', 'review', 'expired', 'no-result'])(
    'replaces one that is %s',
    (state) => {
      expect(supersede({ ...aVerification(), state }, 1).state).toBe('superseded');
    },
  );

  test.each<State>(['passed', 'failed', 'contradicted', 'mismatch', 'superseded'])(
    'leaves one alone that is %s',
    (state) => {
      const verification = { ...aVerification(), state };
      expect(supersede(verification, 1)).toBe(verification);
    },
  );
});

describe('the clock', () => {
  test('ends an unopened link in the very millisecond of its end', () => {
    const verification = aVerification({ expiresAt: 600_000 });
    expect(stateAt(verification, 599_999)).toBe('sent');
    expect(stateAt(verification, 600_000)).toBe('expired');
  });

  test('gives an opened link until Incode’s last retry has passed', () => {
    const started = { ...aVerification({ expiresAt: 600_000 }), state: 'started' as const };
    expect(stateAt(started, 600_000 + RESULT_GRACE_MS - 1)).toBe('started');
    expect(stateAt(started, 600_000 + RESULT_GRACE_MS)).toBe('no-result');
  });

  test('changes nothing else', () => {
    for (const state of ['passed', 'failed', 'review', 'superseded'] as const) {
      expect(stateAt({ state, expiresAt: 0 }, Number.MAX_SAFE_INTEGER)).toBe(state);
    }
  });
});
