import { desk } from './fresh-desk';
import { NEEDED, OPEN, requests, useGatedRequests, way } from './gated-requests';
import type { HelpDesk } from './help-desk';
import type { WorkflowCheck } from '../../../src/contract/settings-page';

const DAY_MS = 24 * 60 * 60_000;
const HELP = '10000';
const FACIL = '10001';

useGatedRequests();
beforeEach(async () => {
  await requests.putsValidators([
    way('11', 'In Progress', 'identity-verified'),
    way('21', 'Escalated', 'identity-verified'),
  ]);
});

/** What *Check workflows* says of validators on the ways to the statuses that outcomes are mapped to. */
async function met(projectId = HELP) {
  const { transitions } = await desk.opensSettings();
  const { outcomes } = await desk.asks<WorkflowCheck>('checkWorkflow', { projectId, transitions });
  return outcomes.flatMap(({ outcome, met }) => met.map((each) => ({ outcome, ...each })));
}

/** What *Check workflows* says of those on the way to the status of a failed check, from where requests are. */
async function metByFailed() {
  return (await met())
    .filter((each) => each.outcome === 'failed')
    .map(({ validator, hold }) => [validator, hold]);
}

const STRICT = 'Identity verified (Incode)';
const FOR_RULES = 'Identity verified where a rule asks for it (Incode)';

test('a validator that stopped a person is told from then on, with what it does to the app’s own move', async () => {
  expect(await met()).toEqual([]);
  const before = desk.site.clock.now();
  expect(await requests.moves('21')).toBe(NEEDED);
  const [failed, ...others] = await met();
  expect(others).toEqual([]);
  expect(failed).toMatchObject({ outcome: 'failed', from: 'Waiting for support', validator: STRICT });
  expect(failed?.hold).toBe('blocks');
  expect(failed?.metAt).toBeGreaterThanOrEqual(before);
  expect(await met(FACIL)).toEqual([]);
});

test('one that lets everybody through is told, too, and holds back what a rule is for once there is one', async () => {
  await requests.putsValidators([way('21', 'Escalated', 'identity-verified-by-rule')]);
  expect(await requests.moves('21')).toBe(OPEN);
  expect(await metByFailed()).toEqual([[FOR_RULES, 'idle']]);
  await requests.savesRule();
  expect(await metByFailed()).toEqual([[FOR_RULES, 'blocks-by-rule']]);
});

test('it stays when the validator is taken off, with the time at which it was met', async () => {
  await requests.moves('21');
  const told = await met();
  await requests.putsValidators([way('21', 'Escalated')]);
  await desk.site.clock.advance(DAY_MS);
  expect(await requests.moves('21')).toBe(OPEN);
  expect(await met()).toEqual(told);
});

const WRITES = '/entity/set';
const troubles: [string, Parameters<HelpDesk['site']['faults']['add']>[0]][] = [
  ['refused', { target: 'kvs', match: WRITES, status: 500 }],
  ['never answered', { target: 'kvs', match: WRITES, hang: true }],
  ['answered with what nobody can read', { target: 'kvs', match: WRITES, garble: true }],
];

test.each(troubles)('the gate answers as always where the write is %s', async (_, fault) => {
  desk.site.faults.add(fault);
  expect(await requests.moves('21')).toBe(NEEDED);
  desk.site.faults.clear();
  await requests.verifies();
  desk.site.faults.add(fault);
  expect(await requests.moves('21')).toBe(OPEN);
});

test('another one is added beside it, and it is met again after a write that failed', async () => {
  await requests.moves('21');
  desk.site.faults.add({ target: 'kvs', match: '/transaction', status: 500 });
  await requests.moves('11');
  expect(await metByFailed()).toEqual([[STRICT, 'blocks']]);
  desk.site.faults.clear();
  await requests.moves('11');
  expect(await met()).toMatchObject([
    { outcome: 'passed', validator: STRICT, hold: 'asks' },
    { outcome: 'failed', validator: STRICT, hold: 'blocks' },
  ]);
});
