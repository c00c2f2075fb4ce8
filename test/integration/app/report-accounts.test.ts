import { HelpDesk } from './help-desk';

let desk: HelpDesk;
beforeAll(async () => {
  desk = await HelpDesk.open();
});
afterAll(() => desk.close());

const DAY_MS = 24 * 60 * 60_000;

/** How Atlassian answered to the reports until now. */
async function reports(): Promise<number[]> {
  const run = new Request(`${desk.site.url}/site/run/report-accounts`, { method: 'POST' });
  expect((await desk.site.fetch(run)).ok).toBe(true);
  const calls = desk.site.journal.calls.filter(({ path }) => path === '/app/report-accounts');
  return calls.map(({ status }) => status);
}

test('accounts are reported before they were kept for a week, and not again at once', async () => {
  await desk.sendsLink();
  await desk.site.clock.advance(5 * DAY_MS);
  expect(await reports()).toEqual([]);
  await desk.site.clock.advance(1.9 * DAY_MS);
  expect(await reports()).toEqual([204]);
  await desk.site.clock.advance(DAY_MS);
  expect(await reports()).toEqual([204]);
  // The agent, the administrator, and the reporter who was verified.
  expect(Object.keys(desk.state().kvs.entities['account'] ?? {})).toHaveLength(3);
});
