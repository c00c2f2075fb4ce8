import { longestPassMs } from '../../../src/functions/longest-pass';
import { portalCheck } from '../../../src/functions/portal-view';
import { after, anEventOf, aVerification, objected, replaced, told } from '../../support/builders';
import type { Verification } from '../../../src/verification/session/session-record';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const subject = { email: 'ada@example.com', reporter: 'reporter', reporterAccountId: 'ada' } as const;
const around = { askedBy: 'Avery Agent', code: '471902', objectedAt: undefined, passCountsMs: HOUR };

const afterEvents = (...events: Parameters<typeof after>[0]) => after(events, { subject });
const sent = aVerification({ subject });
const passed = afterEvents(anEventOf('succeeded'));
const ofAnotherPerson = afterEvents({ ...anEventOf('succeeded'), loginHint: told('grace@example.com') });

/** How it stands, whether the code is shown, and whether the employee can object. */
function seen(verification: Verification, now = MINUTE, objectedAt?: number): [string, string, boolean] {
  const { standing, code, mayObject } = portalCheck(verification, { ...around, objectedAt }, now);
  return [standing, code?.kind ?? 'none', mayObject];
}

test.each<[string, Verification, number, ReturnType<typeof seen>]>([
  ['sent', sent, MINUTE, ['sent', 'open', true]],
  ['opened', afterEvents(anEventOf('started')), MINUTE, ['opened', 'open', true]],
  ['passed', passed, MINUTE, ['passed', 'open', true]],
  ['passed too long ago', passed, HOUR + 5, ['passed', 'none', false]],
  ['failed', afterEvents(anEventOf('failed')), MINUTE, ['not-passed', 'none', true]],
  ['in review', afterEvents(anEventOf('pending-review')), MINUTE, ['in-review', 'open', true]],
  ['expired', sent, 10 * MINUTE, ['ended', 'none', true]],
  ['without a result', afterEvents(anEventOf('started')), 44 * MINUTE, ['ended', 'none', true]],
  [
    'conflicting',
    afterEvents(anEventOf('failed'), anEventOf('succeeded')),
    MINUTE,
    ['in-review', 'none', true],
  ],
  ['of a different person', ofAnotherPerson, MINUTE, ['in-review', 'none', false]],
  ['replaced', replaced(sent), MINUTE, ['ended', 'none', true]],
  ['objected', objected(passed), MINUTE, ['objected', 'none', false]],
])('what the employee sees of a check that is %s', (_, verification, now, expected) => {
  expect(seen(verification, now)).toEqual(expected);
});

test('a check of a request that is marked as objected stands as objected, whichever link it is', () => {
  expect(seen(passed, MINUTE, 7)).toEqual(['objected', 'none', false]);
});

test('the code stays while the agent answers, and goes once it is of no more use', () => {
  const confirmed = { ...sent, code: { wrong: 1, confirmed: { at: 9, by: 'agent' } } };
  expect(portalCheck(confirmed, around, MINUTE).code).toEqual({
    kind: 'confirmed',
    first: '471',
    last: '902',
    at: 9,
  });
  expect(portalCheck({ ...sent, code: { wrong: 3 } }, around, MINUTE).code).toEqual({ kind: 'over' });
});

test('a pass counts at most as long as the settings, a rule, or what was kept for the request says', () => {
  const rule = { name: 'Payroll', projectId: '1', requestTypes: null, about: 'reporter' } as const;
  const rules = { 1: { ...rule, passCountsMinutes: 30 }, 2: { ...rule, passCountsMinutes: 90 } };
  expect(longestPassMs({ passCountsMinutes: 60, rules: {} }, undefined)).toBe(HOUR);
  expect(longestPassMs({ passCountsMinutes: 60, rules }, undefined)).toBe(90 * MINUTE);
  expect(longestPassMs({ passCountsMinutes: 60, rules }, { about: 'named', passCountsMs: 2 * HOUR })).toBe(
    2 * HOUR,
  );
});
