import fc from 'fast-check';
import { decide } from '../../../src/assurance/decide';
import { stricter } from '../../../src/verification/session/requirement';
import { add, after, anEventOf, aVerification, objected, replaced, told } from '../../support/builders';
import type { Evidence } from '../../../src/assurance/decide';
import type { Decision } from '../../../src/assurance/decision';
import type { Requirement } from '../../../src/verification/session/requirement';
import type { Link, ReporterMatch, Verification } from '../../../src/verification/session/session-record';

const MINUTE_MS = 60_000;
const resets: Requirement = { rule: 'Password resets', passCountsMs: 60 * MINUTE_MS, about: 'reporter' };

const ada = {
  email: 'ada@example.com',
  displayName: 'Ada Lovelace',
  reporter: 'reporter',
  reporterAccountId: 'ada',
} as const;

/** Ada was sent a link, and these events of Incode came. */
function afterEvents(...events: Parameters<typeof after>[0]): Verification {
  return after(events, { subject: ada });
}

const passed = afterEvents(anEventOf('succeeded', 5));

function evidenceOf(session: Verification | undefined, changes: Partial<Evidence> = {}): Evidence {
  return { session, isObjected: false, reporter: 'ada', doDemoResultsCount: false, ...changes };
}

function reasonFor(session: Verification | undefined, changes: Partial<Evidence> = {}, now = 10): string {
  const decision = decide(resets, evidenceOf(session, changes), now);
  return decision.kind === 'sufficient' ? 'sufficient' : decision.reason;
}

describe('a request is verified enough', () => {
  test('by a pass about its reporter, for as long as the rule says, counted from the act', () => {
    const opened = add(aVerification({ subject: ada }), anEventOf('started', MINUTE_MS));
    const session = add(opened, anEventOf('succeeded', 3 * MINUTE_MS));
    const until = 61 * MINUTE_MS;
    expect(decide(resets, evidenceOf(session), until - 1)).toEqual({ kind: 'sufficient', until });
    expect(reasonFor(session, {}, until)).toBe('too-old');
  });

  test('by a pass about whom the agent named, where the rule says so', () => {
    const named: Requirement = { ...resets, about: 'named' };
    for (const reporter of ['reporter', 'other', 'unknown'] as const) {
      const session = after([anEventOf('succeeded')], { subject: { ...ada, reporter } });
      expect(decide(named, evidenceOf(session, { reporter: 'bob' }), 10).kind).toBe('sufficient');
    }
  });

  test('with the caller’s code, where the rule asks for it', () => {
    const withCode: Requirement = { ...resets, about: 'named', needsCode: true };
    const reason = (session: Verification, now = 10) => {
      const decision = decide(withCode, evidenceOf(session), now);
      return decision.kind === 'sufficient' ? 'sufficient' : decision.reason;
    };
    const confirmed = { ...passed, code: { wrong: 1, confirmed: { at: 10, by: 'agent' } } };
    expect(reason(passed)).toBe('code-not-confirmed');
    expect(reason({ ...passed, code: { wrong: 2 } })).toBe('code-not-confirmed');
    expect(reason(confirmed, 9)).toBe('code-not-confirmed');
    expect(reason(confirmed)).toBe('sufficient');
    // A code does not make an old pass any better.
    expect(reason(passed, 61 * MINUTE_MS)).toBe('too-old');
    // Only the reporter can read it, so that another person is the reason where there is one.
    const about = (reporter: ReporterMatch) =>
      reason(after([anEventOf('succeeded')], { subject: { ...ada, reporter } }));
    expect(about('other')).toBe('other-person');
    expect(about('unknown')).toBe('not-comparable');
  });

  test('by a demo pass only where demo results count', () => {
    const demo = after([anEventOf('succeeded')], { subject: ada, environment: 'demo' });
    expect(reasonFor(demo)).toBe('demo');
    expect(reasonFor(demo, { doDemoResultsCount: true })).toBe('sufficient');
  });
});

describe('a request is not verified enough, and the reason helps,', () => {
  const other = { ...ada, reporter: 'other' } as const;
  const hidden = { ...ada, reporter: 'unknown' } as const;
  const mismatch = { ...anEventOf('succeeded'), loginHint: told('mallory@example.com') };
  test.each([
    ['no link was sent', undefined, 'no-link'],
    ['the link waits', aVerification({ subject: ada }), 'sent'],
    ['the link is open', afterEvents(anEventOf('started')), 'started'],
    ['the check failed', afterEvents(anEventOf('failed')), 'failed'],
    ['the check is reviewed', afterEvents(anEventOf('pending-review')), 'review'],
    ['results contradict', afterEvents(anEventOf('failed'), anEventOf('succeeded')), 'conflicting'],
    ['somebody else acted', afterEvents(mismatch), 'mismatch'],
    ['a newer link took its place', replaced(aVerification({ subject: ada })), 'superseded'],
    ['a newer link took the place of a pass', replaced(passed), 'superseded'],
    ['the pass is about somebody else', after([anEventOf('succeeded')], { subject: other }), 'other-person'],
    ['nobody could compare', after([anEventOf('succeeded')], { subject: hidden }), 'not-comparable'],
  ])('where %s', (_, session, reason) => {
    expect(reasonFor(session)).toBe(reason);
  });

  test('where two identities acted', () => {
    const session = afterEvents(anEventOf('started', 1, 'one'), anEventOf('succeeded', 2, 'two'));
    expect(reasonFor(session)).toBe('identity-changed');
  });

  test('where the employee objected', () => {
    expect(reasonFor(objected(passed, 7))).toBe('objected');
  });

  test('where the employee objected on this request, whatever link came after that', () => {
    expect(reasonFor(passed, { isObjected: true })).toBe('objected');
    expect(reasonFor(undefined, { isObjected: true })).toBe('objected');
  });

  test('where the link ended, or was opened and ended', () => {
    expect(reasonFor(aVerification({ subject: ada }), {}, 600_000)).toBe('expired');
    expect(reasonFor(afterEvents(anEventOf('started')), {}, 40 * 60 * MINUTE_MS)).toBe('no-result');
  });

  test.each([['bob'], [undefined]])('where the reporter is %s now', (reporter) => {
    expect(reasonFor(passed, { reporter })).toBe('reporter-changed');
  });

  test('where nobody kept which account the reporter had', () => {
    const { reporterAccountId: _, ...unnamed } = ada;
    const session = after([anEventOf('succeeded')], { subject: unnamed });
    expect(reasonFor(session, { reporter: undefined })).toBe('reporter-changed');
  });
});

const END = 200 * MINUTE_MS;
const aTime = fc.integer({ min: 0, max: END });
const anEvent = fc
  .tuple(
    fc.constantFrom('started', 'progress', 'succeeded', 'failed', 'pending-review'),
    aTime,
    fc.constantFrom('one', 'two', undefined),
    fc.constantFrom('ada@example.com', 'mallory@example.com', undefined),
  )
  .map(([type, at, identity, hint]) => ({ ...anEventOf(type, at, identity), loginHint: told(hint) }));
const someEvents = fc
  .array(anEvent, { maxLength: 4 })
  .map((events) => events.toSorted((one, other) => one.at - other.at));
const aLinkChange: fc.Arbitrary<Partial<Link>> = fc.record({
  environment: fc.constantFrom('demo', 'production'),
  subject: fc
    .constantFrom<ReporterMatch[]>('reporter', 'other', 'unknown')
    .map((reporter) => ({ ...ada, reporter })),
});
const aRequirement: fc.Arbitrary<Requirement> = fc.record({
  rule: fc.constantFrom('Password resets', 'Payroll', undefined),
  passCountsMs: fc.integer({ min: 5, max: 150 }).map((minutes) => minutes * MINUTE_MS),
  about: fc.constantFrom('reporter', 'named'),
  needsCode: fc.constantFrom(true, false, undefined),
});
const aCodeCheck = fc.constantFrom({}, { code: { wrong: 0, confirmed: { at: 0, by: 'agent' } } });
const aReporter = fc.constantFrom('ada', 'bob', undefined);
const isSufficient = (decision: Decision) => decision.kind === 'sufficient';

describe('whatever happens,', () => {
  test('more against a pass never makes it sufficient', () => {
    const against = fc.constantFrom<((session: Verification, at: number) => Verification)[]>(
      (session, at) => add(session, anEventOf('failed', at)),
      (session, at) =>
        add(session, { ...anEventOf('succeeded', at), loginHint: told('mallory@example.com') }),
      (session, at) => replaced(session, at),
      objected,
    );
    const anything = fc.tuple(
      aRequirement,
      someEvents,
      aLinkChange,
      aReporter,
      fc.boolean(),
      against,
      aTime,
      aTime,
    );
    fc.assert(
      fc.property(anything, ([needs, events, link, reporter, doDemoResultsCount, spoil, at, now]) => {
        const before = { session: after(events, link), isObjected: false, reporter, doDemoResultsCount };
        fc.pre(!isSufficient(decide(needs, before, now)));
        // What comes later arrives later.
        const session = spoil(before.session, Math.max(at, ...events.map((event) => event.at)));
        expect(isSufficient(decide(needs, { ...before, session }, now))).toBe(false);
      }),
    );
  });

  test('more time alone never makes it sufficient, and it ends when it was said to', () => {
    const anything = fc.tuple(aRequirement, someEvents, aLinkChange, aReporter, aTime, aTime);
    fc.assert(
      fc.property(anything, ([needs, events, link, reporter, one, more]) => {
        // All of it happened before.
        const known = events.map((event) => ({ ...event, at: Math.min(event.at, one) }));
        const evidence = evidenceOf(after(known, link), { reporter, doDemoResultsCount: true });
        const now = decide(needs, evidence, one);
        const later = decide(needs, evidence, one + more);
        const isStill = now.kind === 'sufficient' && one + more < now.until;
        expect(isSufficient(later)).toBe(isStill);
      }),
    );
  });

  test('the stricter of two requirements holds only where both do', () => {
    const anything = fc.tuple(
      aRequirement,
      aRequirement,
      someEvents,
      aLinkChange,
      aReporter,
      aTime,
      aCodeCheck,
    );
    fc.assert(
      fc.property(anything, ([one, other, events, link, reporter, now, aCode]) => {
        const session = { ...after(events, link), ...aCode };
        const evidence = evidenceOf(session, { reporter, doDemoResultsCount: true });
        const holds = (needs: Requirement) => isSufficient(decide(needs, evidence, now));
        const both = stricter(one, other);
        expect(both && holds(both)).toBe(holds(one) && holds(other));
        expect(stricter(both, one)).toBe(both);
      }),
    );
  });
});

test('what asks for more is named; both are where it takes both', () => {
  const soon: Requirement = { rule: 'Payroll', passCountsMs: 5 * MINUTE_MS, about: 'named' };
  expect(stricter(resets, { ...resets, rule: 'Another' })?.rule).toBe('Password resets');
  expect(stricter(soon, resets)).toEqual({
    rule: 'Payroll, Password resets',
    passCountsMs: 5 * MINUTE_MS,
    about: 'reporter',
  });
});

test('a code that one of two asks for is asked for by both together, whichever comes first', () => {
  const withCode = { ...resets, needsCode: true };
  expect(stricter(withCode, resets)).toBe(withCode);
  expect(stricter(resets, withCode)).toBe(withCode);
  const soon: Requirement = { ...withCode, rule: 'Payroll', passCountsMs: 5 * MINUTE_MS };
  expect(stricter({ ...resets, about: 'named' }, { ...soon, about: 'named' })).toMatchObject({
    needsCode: true,
  });
  expect(stricter({ ...withCode, passCountsMs: 90 * MINUTE_MS }, resets)).toMatchObject({
    passCountsMs: resets.passCountsMs,
    needsCode: true,
  });
});
