import { fold, RESULT_GRACE_MS } from '../../../src/verification/session/fold';
import { digestOf } from '../../../src/verification/session/identity';
import { after, anEventOf as event, aVerification, replaced, stateOf, told } from '../../support/builders';
import type { SessionEvent, ReportedValue } from '../../../src/verification/session/session-event';
import type { Link } from '../../../src/verification/session/session-record';
import type { State } from '../../../src/verification/session/state';

const unreadable: ReportedValue = { kind: 'unreadable' };
const END = Number.MAX_SAFE_INTEGER;

describe('the identity', () => {
  const known = { knownIdentity: digestOf('employee-key', 'identity-1') };

  test.each([
    ['review', 'identity-changed'],
    ['refuse', 'mismatch'],
    ['ignore', 'passed'],
  ] as const)('that is another than the known one is, by the rule %s: %s', (onIdentityChange, state) => {
    const link = { ...known, onIdentityChange };
    expect(stateOf(after([event('succeeded', 5, 'identity-2')], link), 9)).toBe(state);
    expect(stateOf(after([event('succeeded', 5, 'identity-1')], link), 9)).toBe('passed');
  });

  test('that is missing where one is known follows its own rule', () => {
    const state = (onMissingIdentity: Link['onMissingIdentity']) =>
      fold(after([event('succeeded')], { ...known, onMissingIdentity }), 9);
    expect(state('review')).toMatchObject({ state: 'identity-changed', identityDoubt: 'missing' });
    expect(state('ignore')).toMatchObject({ state: 'passed' });
    expect(stateOf(after([event('succeeded')]), 9)).toBe('passed');
  });

  test('that cannot be read is never a plain pass, whatever the rules say', () => {
    const success = { ...event('succeeded'), identityId: unreadable };
    const lenient = { onIdentityChange: 'ignore', onMissingIdentity: 'ignore' } as const;
    expect(fold(after([success], lenient), 9)).toMatchObject({
      state: 'identity-changed',
      identityDoubt: 'unreadable',
    });
  });

  test('of the deciding verdict is the one that counts, not that of whatever came first', () => {
    const reading = fold(after([event('started', 1, 'identity-1'), event('succeeded', 2, 'identity-2')]), 9);
    expect(reading).toMatchObject({ state: 'identity-changed', identityId: 'identity-2' });
  });

  test('that changes within one session is never passed over', () => {
    const events = [event('pending-review', 1, 'identity-1'), event('succeeded', 2, 'identity-2')];
    expect(stateOf(after(events), 9)).toBe('identity-changed');
    expect(stateOf(after(events.toReversed()), 9)).toBe('identity-changed');
  });
});

describe('the age of a pass', () => {
  const DAY_MS = 24 * 60 * 60_000;

  test('counts from the first sign that the person acted', () => {
    const events = [event('started', 1000), event('pending-review', 2000), event('succeeded', 3 * DAY_MS)];
    expect(fold(after(events), END)).toMatchObject({ changedAt: 3 * DAY_MS, actedAt: 1000 });
  });

  test('is never younger than the last that Incode may tell of the link', () => {
    const { expiresAt } = aVerification().link;
    const reading = fold(after([event('succeeded', 3 * DAY_MS)]), END);
    expect(reading.actedAt).toBe(expiresAt + RESULT_GRACE_MS);
  });
});

describe('a newer link', () => {
  test.each<[string, SessionEvent[]]>([
    ['sent', []],
    ['started', [event('started')]],
    ['review', [event('pending-review')]],
  ])('replaces one that is %s', (_, events) => {
    expect(stateOf(replaced(after(events)), END)).toBe('superseded');
  });

  test.each<[State, SessionEvent[]]>([
    ['passed', [event('succeeded')]],
    ['failed', [event('failed')]],
    ['conflicting', [event('failed'), event('succeeded')]],
  ])('leaves one alone that is %s, also by a clock that runs ahead', (state, events) => {
    expect(stateOf(replaced(after(events), 1), END)).toBe(state);
  });
});

describe('an address', () => {
  const verdict = (loginHint: string, email = 'ada@example.com') =>
    stateOf(
      after([{ ...event('succeeded'), loginHint: told(loginHint) }], {
        subject: { email, reporter: 'reporter' },
      }),
      9,
    );

  test('is another person’s only where it differs beyond spelling', () => {
    expect(verdict(' Ada@Example.COM ')).toBe('passed');
    expect(verdict('staff-7')).toBe('passed');
    expect(verdict('mallory@example.com')).toBe('mismatch');
  });

  test('is the same in both forms of Unicode', () => {
    expect(verdict('jose\u0301@example.com', 'jos\u00e9@example.com')).toBe('passed');
  });

  test('is the same with its domain in letters and in punycode', () => {
    expect(verdict('ada@xn--exmple-cua.com', 'ada@exämple.com')).toBe('passed');
  });
});

describe('the clock', () => {
  test('ends an unopened link in the very millisecond of its end', () => {
    expect(stateOf(aVerification(), 599_999)).toBe('sent');
    expect(stateOf(aVerification(), 600_000)).toBe('expired');
  });

  test('gives an opened link until Incode’s last retry has passed', () => {
    const started = after([event('started')]);
    expect(stateOf(started, 600_000 + RESULT_GRACE_MS - 1)).toBe('started');
    expect(stateOf(started, 600_000 + RESULT_GRACE_MS)).toBe('no-result');
  });

  test('takes no result away, and lets a late one count', () => {
    expect(stateOf(after([event('succeeded', 700_000)]), END)).toBe('passed');
    expect(stateOf(after([event('started'), event('failed', 9_000_000)]), END)).toBe('failed');
  });
});
