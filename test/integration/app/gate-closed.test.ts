import { desk } from './fresh-desk';
import {
  bothSay,
  GatedRequests,
  NEEDED,
  OPEN,
  requests,
  UNREADABLE,
  useGatedRequests,
} from './gated-requests';
import { HelpDesk } from './help-desk';
import type { Gates } from './gated-requests';

// Jira is switched to let transitions through whose validator throws or is out of time: it is the app that blocks.

useGatedRequests();
beforeEach(async () => {
  await failedValidatorsLetThrough();
  await requests.putsValidators();
  await requests.savesRule();
  await requests.verifies();
});

const failedValidatorsLetThrough = () =>
  requests.asks('POST', '/site/switches', { failedValidatorBlocks: false });

const jira = { target: 'jira', match: 'GET /rest/api/3/issue/HELP-1?' } as const;
type Faults = [string, Parameters<HelpDesk['site']['faults']['add']>[0]][];

const refusals: Faults = [
  ...[401, 403, 404, 429, 500].map((status): Faults[number] => [
    `Jira answers ${status}`,
    { ...jira, status },
  ]),
  ['Jira’s answer is lost', { ...jira, drop: true }],
  ['nobody can read what Jira says of the request', { ...jira, garble: true }],
  ['storage refuses', { target: 'kvs', status: 500 }],
  ['storage’s answers are lost', { target: 'kvs', drop: true }],
  ['nobody can read what storage says', { target: 'kvs', garble: true }],
];

test.each(refusals)('it blocks where %s, and opens afterwards', async (_, fault) => {
  desk.site.faults.add(fault);
  expect(await requests.gates()).toEqual(bothSay(UNREADABLE));
  desk.site.faults.clear();
  expect(await requests.gates()).toEqual(bothSay(OPEN));
});

test('it blocks where nobody can read what storage says of what the request once needed', async () => {
  await desk.saves({ rules: {} });
  const read = { target: 'kvs', match: '/entity/get' } as const;
  // The settings, and where validators were met.
  desk.site.faults.add({ ...read, delay: 1, times: 2 });
  desk.site.faults.add({ ...read, garble: true, times: 1 });
  expect(await requests.moves('62')).toBe(UNREADABLE);
});

/** Met by the first calls of both validators, and by the next ones. */
const TIMES = 8;
const stoppages: Faults = [
  ['Jira does not answer', { ...jira, hang: true, times: TIMES }],
  ['Jira answers too late', { ...jira, delay: 6000, times: TIMES }],
  ['storage does not answer', { target: 'kvs', hang: true, times: TIMES }],
  ['storage answers too late, call after call', { target: 'kvs', delay: 2500, times: TIMES }],
];

/**
 * Asks both at once, which make so many calls first; answers what each says, and how many milliseconds after these calls
 * the later one gave up. How long the machine takes beside that is not in it.
 */
async function gatesAtOnce(firstCalls: number): Promise<Gates & { gaveUpAfterMs: number }> {
  const { clock, faults, journal } = desk.site;
  const asked = Promise.all([requests.moves('61'), requests.moves('62')]);
  await desk.waitFor(() => (faults.waiting()[0]?.times ?? 0) <= TIMES - firstCalls);
  const calledAt = clock.now();
  await clock.advance(4000);
  const [strict, byRule] = await asked;
  const gaveUp = journal.app.filter(({ text }) => text.includes('workflow-gate'));
  const gaveUpAfterMs = Math.max(...gaveUp.map(({ at }) => Date.parse(at))) - calledAt;
  return { strict, byRule, gaveUpAfterMs };
}

test.each(stoppages)('it blocks within five seconds where %s', async (_, fault) => {
  desk.site.faults.add(fault);
  const { gaveUpAfterMs, ...said } = await gatesAtOnce(fault.target === 'jira' ? 2 : 4);
  expect(said).toEqual(bothSay(UNREADABLE));
  expect(gaveUpAfterMs).toBeLessThan(5000);
});

test('it blocks where the request is deleted meanwhile', async () => {
  desk.site.faults.add({ ...jira, delay: 1000, times: 1 });
  const asked = requests.moves('61');
  await desk.waitFor(() => desk.site.faults.waiting().length === 0);
  await requests.asks('DELETE', '/rest/api/3/issue/HELP-1', undefined, 'admin');
  await desk.site.clock.advance(1000);
  expect(await asked).toBe(UNREADABLE);
});

test('an app that was never set up holds to no rule, and is sure of that', async () => {
  const fresh = await HelpDesk.openEmpty();
  try {
    const gated = new GatedRequests(fresh);
    await gated.putsValidators();
    expect(await gated.gates()).toEqual({ strict: NEEDED, byRule: OPEN });
  } finally {
    await fresh.close();
  }
});

test('nobody gets through once the app is uninstalled', async () => {
  await requests.asks('POST', '/site/uninstall', {});
  const { strict, byRule } = await requests.gates();
  expect([strict, byRule]).toEqual([expect.stringContaining('blocks'), expect.stringContaining('blocks')]);
});

test('a validator that is ended by its platform is Jira’s to judge: the app cannot answer', async () => {
  desk.site.faults.add({ target: 'invocation', match: 'identity-verified', killBefore: 1 });
  expect(await requests.moves('61')).toBe(OPEN);
  await requests.asks('POST', '/site/switches', { failedValidatorBlocks: true });
  expect(await requests.moves('61')).toBe('A validator of this transition failed.');
});
