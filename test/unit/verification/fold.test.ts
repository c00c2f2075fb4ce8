import fc from 'fast-check';
import { addEvent, claimFacts } from '../../../src/verification/session/add-event';
import { fold } from '../../../src/verification/session/fold';
import { digestOf } from '../../../src/verification/session/identity';
import { nothingHappened } from '../../../src/verification/session/session-record';
import {
  add,
  after,
  anEventOf as event,
  aVerification,
  objected,
  replaced,
  stateOf,
  told,
} from '../../support/builders';
import type { SessionEvent, ReportedValue } from '../../../src/verification/session/session-event';
import type { State } from '../../../src/verification/session/state';

const eventTypes = ['started', 'progress', 'succeeded', 'failed', 'pending-review'] as const;
const hints = ['ada@example.com', ' ADA@Example.com', 'mallory@example.com', 'bob@example.com', 'staff-7'];
const unreadable: ReportedValue = { kind: 'unreadable' };

const anEvent: fc.Arbitrary<SessionEvent> = fc.record({
  interviewId: fc.constant('session-1'),
  type: fc.constantFrom(...eventTypes),
  at: fc.nat(10_000_000),
  loginHint: fc.constantFrom(...hints.map(told), told(undefined), unreadable),
  identityId: fc.constantFrom(...['identity-1', 'identity-2', 'identity-3', undefined].map(told), unreadable),
});

const someEvents = fc.array(anEvent, { maxLength: 8 });
const aKnownIdentity = fc.constantFrom(digestOf('employee-key', 'identity-1'), undefined);
const END = Number.MAX_SAFE_INTEGER;

function isVerdict({ type }: SessionEvent): boolean {
  return type === 'succeeded' || type === 'failed' || type === 'pending-review';
}

function isForeign({ loginHint }: SessionEvent): boolean {
  return loginHint.kind === 'text' && /mallory|bob/.test(loginHint.text);
}

describe('what Incode’s events come to', () => {
  test('is the same for every order and every number of repetitions', () => {
    fc.assert(
      fc.property(aKnownIdentity, someEvents, (knownIdentity, events) => {
        const expected = stateOf(after(events, { knownIdentity }), END);
        const twice = [...events, ...events];
        const orders = fc.sample(fc.shuffledSubarray(twice, { minLength: twice.length }), 5);
        for (const order of orders) expect(stateOf(after(order, { knownIdentity }), END)).toBe(expected);
      }),
    );
  });

  test('is the same whether they came before the ticket claimed the session or after it', () => {
    fc.assert(
      fc.property(someEvents, someEvents, (early, late) => {
        const { link } = aVerification();
        const unclaimed = early.reduce(
          (facts, each, index) => addEvent(facts, each, index + 1),
          nothingHappened,
        );
        const claimed = { ...aVerification(), facts: claimFacts(unclaimed, link) };
        expect(stateOf(late.reduce(add, claimed), END)).toBe(stateOf(after([...early, ...late]), END));
        expect(JSON.stringify(claimed.facts)).not.toContain('@');
      }),
    );
  });

  test('is a pass only after a success, without any failure, and for the person and identity that are known', () => {
    fc.assert(
      fc.property(aKnownIdentity, someEvents, (knownIdentity, events) => {
        const verdicts = events.filter(isVerdict);
        const successes = verdicts.filter(({ type }) => type === 'succeeded');
        const named = new Set(
          events.flatMap(({ identityId }) => (identityId.kind === 'text' ? [identityId.text] : [])),
        );
        const ofSuccess = new Set(
          successes.flatMap(({ identityId }) => (identityId.kind === 'text' ? [identityId.text] : [])),
        );
        const isPass =
          successes.length > 0 &&
          !verdicts.some(({ type }) => type === 'failed') &&
          !verdicts.some(isForeign) &&
          !verdicts.some(
            ({ identityId, loginHint }) => identityId === unreadable || loginHint === unreadable,
          ) &&
          named.size < 2 &&
          (knownIdentity === undefined || ofSuccess.has('identity-1'));
        expect(stateOf(after(events, { knownIdentity }), END) === 'passed').toBe(isPass);
      }),
    );
  });

  test('never turns a result back: passed and failed end at most conflicting, or as another person’s', () => {
    fc.assert(
      fc.property(aKnownIdentity, someEvents, anEvent, (knownIdentity, events, last) => {
        const before = after(events, { knownIdentity });
        const next = stateOf(add(before, last), END);
        const allowed: Partial<Record<State, State[]>> = {
          passed: ['passed', 'identity-changed', 'conflicting', 'mismatch'],
          'identity-changed': ['identity-changed', 'conflicting', 'mismatch', 'passed'],
          failed: ['failed', 'conflicting', 'mismatch'],
          conflicting: ['conflicting', 'mismatch'],
          mismatch: ['mismatch'],
        };
        expect(allowed[stateOf(before, END)] ?? [next]).toContain(next);
      }),
    );
  });

  test('never verifies a superseded link, but tells that it was completed', () => {
    fc.assert(
      fc.property(fc.array(anEvent, { maxLength: 8 }), (events) => {
        const reading = fold(events.reduce(add, replaced(aVerification())), END);
        if (events.filter(isVerdict).some(isForeign)) {
          expect(reading.state).toBe('mismatch');
        } else {
          expect(reading.state).toBe('superseded');
          expect(reading.isCompletedAfterReplacement).toBe(events.some(isVerdict));
        }
      }),
    );
  });

  test('can be asked for any time: what came later is left out', () => {
    const verification = after([event('started', 100), event('succeeded', 200), event('failed', 300)]);
    const states = [50, 150, 250, 350].map((now) => stateOf(verification, now));
    expect(states).toEqual(['sent', 'started', 'passed', 'conflicting']);
  });

  test('at any time is what it would be if nothing had come since', () => {
    fc.assert(
      fc.property(aKnownIdentity, someEvents, fc.nat(10_000_000), (knownIdentity, events, now) => {
        const inOrder = events.toSorted((one, other) => one.at - other.at);
        const until = inOrder.filter(({ at }) => at <= now);
        const later = objected(replaced(after(inOrder, { knownIdentity }), now + 1), now + 1);
        expect(fold(later, now)).toEqual(fold(after(until, { knownIdentity }), now));
      }),
      { numRuns: 1000 },
    );
  });

  test('keeps its facts within bounds, whatever anybody sends', () => {
    const flood = Array.from({ length: 500 }, (_, i): SessionEvent => ({
      ...event('progress', i, `identity-${i}`),
      loginHint: told(`person-${i}@example.com`),
    }));
    const verification = after([...flood, event('succeeded', 600, 'identity-1')]);
    expect(JSON.stringify(verification.facts).length).toBeLessThan(1000);
    expect(stateOf(verification, END)).toBe('conflicting');
    const verdicts = flood.map((each): SessionEvent => ({ ...each, type: 'failed' }));
    const unclaimed = verdicts.reduce((facts, each, rev) => addEvent(facts, each, rev), nothingHappened);
    expect(JSON.stringify(unclaimed).length).toBeLessThan(1000);
  });

  test('leaves the very same facts where nothing is new', () => {
    const { facts, link } = after([event('succeeded', 5, 'identity-1')]);
    expect(addEvent(facts, event('succeeded', 9, 'identity-1'), 7, link)).toBe(facts);
  });
});
