import { load } from '../../bench/load';

/** More a second than what Forge lets the app store: some are refused, and have to come again. */
const SIZE = { verifications: 50, webhooks: 500, burstMs: 1000, jiraPerMinute: 60, portals: 5 };

test('a burst of webhooks beyond all limits loses nothing and doubles nothing', async () => {
  const { wrong, statuses, accepted, watched } = await load(SIZE);
  expect(wrong).toEqual([]);
  // Jira refuses most of the portals' questions, but not all.
  expect(watched.answered).toBeGreaterThan(0);
  expect(statuses).toMatchObject({ 200: SIZE.webhooks, 503: expect.any(Number) as number });
  // Incode tries for 32 minutes.
  expect(accepted.most).toBeLessThan(32 * 60);
});
