import { desk, useFreshDesk } from './fresh-desk';

useFreshDesk();

const writes = () => desk.site.journal.calls.filter(({ path }) => path === '/rest/api/3/app/field/value');

test('a request that never had a link has empty fields', async () => {
  expect(await desk.fields()).toEqual({ state: null, verifiedAt: null });
});

test('the fields say how the verification stands, and since when a pass counts', async () => {
  await desk.sendsLink();
  await desk.fieldsSettle();
  expect(await desk.fields()).toEqual({ state: 'Link sent (demo)', verifiedAt: null });
  const before = desk.site.clock.now();
  await desk.completes('pass');
  await desk.settles();
  await desk.fieldsSettle();
  const { state, verifiedAt } = await desk.fields();
  expect(state).toBe('Passed (demo)');
  expect(Date.parse(verifiedAt as string)).toBeGreaterThanOrEqual(Math.floor(before / 1000) * 1000);
  await desk.sendsLink();
  await desk.fieldsSettle();
  expect(await desk.fields()).toEqual({ state: 'Link sent (demo)', verifiedAt: null });
});

test('a link that is sent, opened and passed within a few seconds is one write', async () => {
  await desk.sendsLink();
  await desk.completes('pass');
  await desk.settles();
  await desk.fieldsSettle();
  expect(writes()).toHaveLength(1);
});

test('what only the clock ends is written within six minutes', async () => {
  await desk.sendsLink();
  await desk.fieldsSettle();
  await desk.site.clock.advance(16 * 60_000);
  await desk.settles();
  expect(await desk.fields()).toEqual({ state: 'Expired (demo)', verifiedAt: null });
});

test('in an environment whose keys look otherwise, the fields are found by their type', async () => {
  await desk.post('/site/fault', { target: 'jira', match: '/app/field/value', status: 404, times: 1 });
  await desk.sendsLink();
  await desk.fieldsSettle();
  expect(await desk.fields()).toEqual({ state: 'Link sent (demo)', verifiedAt: null });
});

describe('where Jira does not have the fields', () => {
  beforeEach(() => desk.post('/site/switches', { jira: { appFieldsAreMissing: true } }));

  test('comment and status are as ever, and Health says it once', async () => {
    await desk.sendsLink('HELP-1');
    await desk.completes('pass');
    await desk.settles();
    await desk.sendsLink('HELP-2', { email: 'grace.hopper@example.com' });
    await desk.fieldsSettle();
    const { status, comments } = desk.issue('HELP-1');
    expect(status.name).toBe('In Progress');
    expect(comments).toHaveLength(1);
    const { problems } = await desk.opensSettings();
    expect(problems).toMatchObject([{ kind: 'fields-impossible', code: 'no-such-field' }]);
  });

  test('the settings page says which are missing', async () => {
    await expect(desk.asks('checkFields')).resolves.toEqual(['state', 'verifiedAt']);
  });
});

test('the settings page says when both are there', async () => {
  await expect(desk.asks('checkFields')).resolves.toEqual([]);
});
