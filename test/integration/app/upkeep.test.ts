import { desk, useFreshDesk } from './fresh-desk';

useFreshDesk();

async function run(schedule: string): Promise<unknown> {
  const request = new Request(`${desk.site.url}/site/run/${schedule}`, { method: 'POST' });
  return (await desk.site.fetch(request)).json();
}

const entities = () => desk.state().kvs.entities;
const kept = (entity: string) => Object.keys(entities()[entity] ?? {});

test.each(['housekeeping', 'report-accounts'])(
  'the schedule of %s answers with a status code',
  async (key) => {
    await desk.sendsLink();
    expect(await run(key)).toEqual({});
    // The site says so of a schedule's function that answers without one.
    expect(JSON.stringify(desk.site.journal.app)).not.toContain('statusCode');
  },
);

test('erasing just after a send finds the link that the index does not list yet', async () => {
  await desk.sendsLink();
  const erasure = await desk.asks('eraseEmployee', { email: 'ada.lovelace@example.com' });
  expect(erasure).toEqual({ erased: 1, isDone: true });
  expect(JSON.stringify(entities())).not.toContain('ada.lovelace');
});

test('what is kept of a mistyped address goes with the retention', async () => {
  await desk.saves({ retentionDays: 7 });
  await desk.sendsLink('HELP-1', { email: 'nobody@example.com' }).catch(() => undefined);
  expect(kept('employee')).toHaveLength(1);
  await desk.site.clock.advance(7.01 * 24 * 60 * 60_000);
  await run('housekeeping');
  expect([kept('employee'), kept('ticket')]).toEqual([[], []]);
});

test('sessions that nobody claims are dropped after an hour', async () => {
  await desk.webhook(JSON.stringify({ eventType: 'SESSION_STARTED', interviewId: 'foreign' }));
  expect(kept('verification')).toEqual(['foreign']);
  await desk.site.clock.advance(61 * 60_000);
  await run('housekeeping');
  expect(kept('verification')).toEqual([]);
});

test('a session that nobody claims ends by itself after a day, and a claimed one after any retention', async () => {
  await desk.webhook(JSON.stringify({ eventType: 'SESSION_STARTED', interviewId: 'foreign' }));
  const claimed = await desk.sendsLink();
  const stored = desk.site.forge.store.snapshot().entities['verification'] ?? [];
  const days = stored.map(({ key, updatedAt, expireAt = 0 }) => [key, (expireAt - updatedAt) / 86_400_000]);
  expect(Object.fromEntries(days)).toEqual({ foreign: 1, [claimed]: 365 });
});

test('with new credentials the tokens of those before are removed', async () => {
  const tokens = () => Object.keys(desk.state().secrets).filter((key) => key.startsWith('token:'));
  await desk.sendsLink();
  const [before] = tokens();
  expect(before).toBeDefined();
  await desk.usesProduction();
  expect(tokens()).not.toContain(before);
});

test('a check of a workflow does not count transitions that ask for fields', async () => {
  const transitions = [
    { id: '1', name: 'Begin', from: ['Waiting for support'], to: 'In Progress' },
    { id: '2', name: 'Resolve', from: ['Waiting for support'], to: 'Resolved', requires: 'resolution' },
  ];
  const workflow = { project: 'HELP', transitions };
  const put = new Request(`${desk.site.url}/site/workflow`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(workflow),
  });
  expect((await desk.site.fetch(put)).ok).toBe(true);
  const { projects } = await desk.asks<{ projects: { id: string; key: string }[] }>('listServiceProjects', {
    startAt: 0,
  });
  const { statuses } = await desk.asks<{ statuses: { id: string; name: string }[] }>('openSettings');
  const status = (name: string) => statuses.find((each) => each.name === name);
  const check = await desk.asks<{
    outcomes: { outcome: string; result: { can: string[]; cannot: string[] } }[];
  }>('checkWorkflow', {
    projectId: projects.find(({ key }) => key === 'HELP')?.id,
    transitions: { passed: status('In Progress'), failed: status('Resolved'), review: null },
  });
  expect(check.outcomes).toMatchObject([
    { outcome: 'passed', result: { can: ['Waiting for support'] } },
    { outcome: 'failed', result: { can: [], cannot: ['Waiting for support'] } },
  ]);
});

test.each(['KEY_NOT_FOUND', 'NOT_FOUND'] as const)(
  'a request that nothing is known of opens, whether the store says %s or otherwise',
  async (missingInBatch) => {
    desk.site.forge.switches.missingInBatch = missingInBatch;
    const answer = await desk.invoke({ as: 'agent', functionKey: 'openPanel', issue: 'HELP-1' });
    expect(answer).toMatchObject({ value: { ok: true } });
    await desk.sendsLink();
    // Erasing also forgets problems of which there are none.
    expect(await desk.asks('eraseEmployee', { email: 'ada.lovelace@example.com' })).toMatchObject({
      isDone: true,
    });
  },
);

test('the settings page is given the names of events that nobody follows, with their counts', async () => {
  await desk.webhook(JSON.stringify({ eventType: 'SOMETHING_NEW', interviewId: 'session-secret-1' }));
  const news = await desk.asks<{ webhook: { activity: { events: object } } }>('readNews');
  expect(news.webhook.activity.events).toEqual({
    'other:SOMETHING_NEW': { count: 1, lastAt: expect.any(Number) as number },
  });
});

test.each([
  ['is lost on the way', { drop: true }],
  ['has not the shape that is described', { garble: true }],
])('an answer of Jira’s that %s is logged, and nobody is refused for it', async (_, fault) => {
  desk.site.faults.add({ target: 'jira', match: 'mypermissions', ...fault });
  const answer = await desk.invoke({ as: 'agent', functionKey: 'openPanel', issue: 'HELP-1' });
  expect(answer).toMatchObject({ value: { ok: false, error: { code: 'jira-unreachable' } } });
  const lines = desk.site.journal.app.map(({ text }) => text);
  expect(lines.filter((text) => text.includes('jira-unreachable'))).toHaveLength(1);
});
