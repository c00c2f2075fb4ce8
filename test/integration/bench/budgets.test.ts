import { budgets, bundleExcesses, excessesOf, wholeBudget } from '../../bench/budgets';
import { bundleSizes, smallBundler } from '../../bench/bundles';
import { countJobs } from '../../bench/figures';
import { grow } from '../../bench/growth';
import { jobs } from '../../bench/jobs';
import { USUAL } from '../../bench/measure';
import { wholeVerification } from '../../bench/whole';
import type { Counts } from '../../bench/measure';

let counts: Record<string, Counts>;
beforeAll(async () => {
  counts = await countJobs();
});

test.each(jobs.map(({ name }) => name))('%s stays within its budget', (name) => {
  const counted = counts[name];
  if (!counted) throw new Error('It was not counted.');
  expect(excessesOf(name, counted, budgets[name])).toEqual([]);
});

test('no job does with less than its floor', () => {
  for (const { name, floor } of jobs) {
    expect(counts[name]?.steps).toBeGreaterThanOrEqual(floor.path.length);
    for (const [target, least] of Object.entries(floor.calls)) {
      expect([name, target, counts[name]?.calls[target]]).toEqual([name, target, expect.any(Number)]);
      expect(counts[name]?.calls[target]).toBeGreaterThanOrEqual(least);
    }
  }
});

test('a verification beside an open request stays within its budget', async () => {
  expect(excessesOf('all', await wholeVerification(USUAL), wholeBudget)).toEqual([]);
});

test('what exceeds a budget is named: more invocations, more steps, more calls, calls of another kind', () => {
  const budget = { invocations: 1, steps: 2, calls: { kvs: 3 } };
  const within = { invocations: 1, steps: 2, calls: { kvs: 3 }, trace: [] };
  expect(excessesOf('it', within, budget)).toEqual([]);
  const beyond = { invocations: 2, steps: 3, calls: { kvs: 4, jira: 1 }, trace: [] };
  expect(excessesOf('it', beyond, budget)).toEqual([
    'it: 2 invocations, 1 at most',
    'it: 3 steps, 2 at most',
    'it: 4 kvs calls, 3 at most',
    'it: 1 jira calls, 0 at most',
  ]);
});

test('no frontend is more than a quarter larger than that of an app which does nothing', async () => {
  expect(bundleExcesses(await bundleSizes(smallBundler))).toEqual([]);
});

test('a bundle that exceeds its budget is named', () => {
  const size = (gzip: number) => ({ raw: 0, gzip });
  const app = { functions: size(123_501), panel: size(126) };
  expect(bundleExcesses({ app, empty: { panel: size(100) } })).toEqual([
    'bundles: 123501 functions, 123500 at most',
    'bundles: 126 panel, 125 at most',
  ]);
});

test('with a hundred thousand verifications, ten thousand on one ticket, everything costs what it costs with one', async () => {
  const [small, large] = await grow([
    { onTicket: 1, inAll: 1 },
    { onTicket: 10_000, inAll: 100_000 },
  ]);
  const costs = (jobs: Record<string, Counts> = {}) =>
    Object.entries(jobs).map(([name, { steps, calls }]) => ({ name, steps, calls }));
  expect(costs(large?.jobs)).toEqual(costs(small?.jobs));
  const housekeeping = large?.jobs['housekeeping, nothing due'];
  if (!housekeeping) throw new Error('It was not counted.');
  expect(excessesOf('housekeeping', housekeeping, budgets['housekeeping, nothing due'])).toEqual([]);
});
