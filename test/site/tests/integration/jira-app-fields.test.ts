import type { FieldChanged, IssueCreated } from '../../jira/hooks';
import { appField, asApp, asUser, newJira } from './jira-calls';
import type { Answer } from './jira-calls';

// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-custom-field-values--apps-/

const FIELDS = [
  appField('mood', 'Mood', 'string'),
  appField('since', 'Mood since', 'datetime'),
  appField('count', 'Notices', 'number'),
  appField('day', 'Day', 'date'),
  appField('keeper', 'Keeper', 'user'),
];
const [MOOD, SINCE, COUNT, DAY, KEEPER] = FIELDS.map((_, index) => `customfield_${10_100 + index}`) as [
  string,
  string,
  string,
  string,
  string,
];

function siteWithApp() {
  const { jira, clock, changes } = newJira(FIELDS);
  const set = (customField: string, value: unknown, issueIds = [10_101], query = '') =>
    asApp(jira).post(`/app/field/value${query}`, { updates: [{ customField, issueIds, value }] });
  return { jira, clock, changes, set, agent: asUser(jira, 'agent') };
}

const fieldsOf = ({ body }: Answer) => (body as { fields: Record<string, unknown> }).fields;

describe('the fields of an app', () => {
  it('are listed with what they are known by', async () => {
    const { body } = await siteWithApp().agent.get('/field');
    expect(body).toContainEqual({
      id: MOOD,
      key: '1__DEVELOPMENT__mood',
      name: 'Mood',
      custom: true,
      orderable: true,
      navigable: true,
      searchable: true,
      clauseNames: ['cf[10100]', 'Mood'],
      schema: {
        type: 'string',
        custom: 'ari:cloud:ecosystem::extension/1/2/static/mood',
        customId: 10_100,
      },
    });
  });

  it('are empty on each issue, and named where that is asked for', async () => {
    const { agent } = siteWithApp();
    const { body } = await agent.get(`/issue/HELP-1?fields=${MOOD},${SINCE}&expand=names,schema`);
    expect(body).toMatchObject({
      fields: { [MOOD]: null, [SINCE]: null },
      names: { [MOOD]: 'Mood', [SINCE]: 'Mood since' },
      schema: { [SINCE]: { type: 'datetime', customId: 10_101 } },
    });
  });

  it('are read from issues, searches and lists', async () => {
    const { agent, set } = siteWithApp();
    await set(MOOD, 'calm');
    expect(fieldsOf(await agent.get('/issue/HELP-1'))).toMatchObject({ [MOOD]: 'calm' });
    const query = { jql: 'key = HELP-1', fields: [MOOD] };
    const found = (await agent.post('/search/jql', query)).body as { issues: object[] };
    expect(found.issues).toMatchObject([{ fields: { [MOOD]: 'calm' } }]);
    const list = { issueIdsOrKeys: ['10101'], fields: ['*all'] };
    expect((await agent.post('/issue/bulkfetch', list)).body).toMatchObject({
      issues: [{ fields: { [MOOD]: 'calm' } }],
    });
  });

  it('are not edited as fields of people are', async () => {
    const { agent } = siteWithApp();
    expect(await agent.put('/issue/HELP-1', { fields: { [MOOD]: 'calm' } })).toMatchObject({
      status: 400,
      body: { errors: { [MOOD]: expect.stringContaining('cannot be set') as string } },
    });
  });

  it('outlive a snapshot, and no reset', async () => {
    const { jira, agent, set } = siteWithApp();
    await set(MOOD, 'calm');
    const snapshot = JSON.parse(JSON.stringify(jira.snapshot())) as unknown;
    jira.reset();
    expect(fieldsOf(await agent.get('/issue/HELP-1'))[MOOD]).toBeNull();
    jira.restore(snapshot);
    expect(fieldsOf(await agent.get('/issue/HELP-1'))[MOOD]).toBe('calm');
  });

  it('are not there where a switch says so', async () => {
    const { jira, agent, set } = siteWithApp();
    await set(MOOD, 'calm');
    jira.setSwitches({ appFieldsAreMissing: true });
    expect(JSON.stringify((await agent.get('/field')).body)).not.toContain(MOOD);
    expect(fieldsOf(await agent.get('/issue/HELP-1'))).not.toHaveProperty(MOOD);
    expect(await set(MOOD, 'cross')).toMatchObject({ status: 404 });
  });
});

describe('a write of the app', () => {
  it.each([
    [MOOD, 'calm', 'calm'],
    [COUNT, 2.5, 2.5],
    [DAY, '2026-07-01', '2026-07-01'],
    [SINCE, '2026-07-01T12:00:59.987Z', '2026-07-01T12:00:59.000+0000'],
    [SINCE, '2026-07-01T12:00:00-03:00', '2026-07-01T15:00:00.000+0000'],
  ])('%s: %s is kept as %s, and null empties it', async (field, value, kept) => {
    const { agent, set } = siteWithApp();
    expect(await set(field, value)).toEqual({ status: 204, body: undefined });
    expect(fieldsOf(await agent.get('/issue/HELP-1'))[field]).toBe(kept);
    await set(field, null);
    expect(fieldsOf(await agent.get('/issue/HELP-1'))[field]).toBeNull();
  });

  it('names a person by account id, whom the issue shows whole', async () => {
    const { jira, agent, set } = siteWithApp();
    await set(KEEPER, { accountId: jira.accountId('agent') });
    expect(fieldsOf(await agent.get('/issue/HELP-1'))[KEEPER]).toMatchObject({ displayName: 'Avery Agent' });
  });

  it.each([
    [MOOD, 3],
    [COUNT, '3'],
    [COUNT, undefined],
    [DAY, '1 July'],
    [SINCE, '2026-07-01 12:00'],
    [SINCE, 1_782_907_200_000],
    [KEEPER, 'agent'],
    [KEEPER, { accountId: 'nobody' }],
  ])('is refused where the value is of another kind: %s, %j', async (field, value) => {
    expect(await siteWithApp().set(field, value)).toMatchObject({ status: 400 });
  });

  it('is for several fields and issues, all or none', async () => {
    const { jira, agent } = siteWithApp();
    const app = asApp(jira);
    const mood = { customField: MOOD, issueIds: [10_101, 10_102], value: 'calm' };
    const since = { customField: '1__DEVELOPMENT__since', issueIds: [10_102], value: '2026-07-01T12:00:00Z' };
    const bad = await app.post('/app/field/value', { updates: [mood, { ...since, value: 'today' }] });
    expect(bad).toMatchObject({ status: 400 });
    expect(fieldsOf(await agent.get('/issue/HELP-1'))[MOOD]).toBeNull();
    expect(await app.post('/app/field/value', { updates: [mood, since] })).toMatchObject({ status: 204 });
    expect(fieldsOf(await agent.get('/issue/HELP-2'))).toMatchObject({
      [MOOD]: 'calm',
      [SINCE]: '2026-07-01T12:00:00.000+0000',
    });
    const twice = await app.post('/app/field/value', { updates: [mood, mood] });
    expect(twice).toMatchObject({ status: 400 });
  });

  it('may name the field in the address', async () => {
    const { jira, agent } = siteWithApp();
    const updates = [{ issueIds: [10_101], value: 'calm' }];
    expect(await asApp(jira).put(`/app/field/${MOOD}/value`, { updates })).toMatchObject({ status: 204 });
    expect(fieldsOf(await agent.get('/issue/HELP-1'))[MOOD]).toBe('calm');
  });

  it('is refused to everybody else, and for what there is not', async () => {
    const { jira, agent, set } = siteWithApp();
    const updates = [{ customField: MOOD, issueIds: [10_101], value: 'calm' }];
    expect(await agent.post('/app/field/value', { updates })).toMatchObject({ status: 403 });
    expect(await asUser(jira, 'admin').put(`/app/field/${MOOD}/value`, { updates })).toMatchObject({
      status: 403,
    });
    const stranger = newJira(FIELDS.map((field) => ({ ...field, appId: 'another' }))).jira;
    expect(await asApp(stranger).post('/app/field/value', { updates })).toMatchObject({ status: 403 });
    expect(await set('customfield_1', 'calm')).toMatchObject({ status: 404 });
    expect(await set(MOOD, 'calm', [1])).toMatchObject({ status: 400 });
    expect(await set(MOOD, 'calm', [10_101], '?generateChangelog=maybe')).toMatchObject({ status: 400 });
  });

  it('is in the changelog, unless that is not wanted', async () => {
    const { jira, clock, set } = siteWithApp();
    await set(MOOD, 'calm');
    await clock.advance(60_000);
    await set(MOOD, 'cross', [10_101], '?generateChangelog=false');
    await set(MOOD, null);
    const [issue] = jira.state().issues;
    expect(issue?.fields).toMatchObject({ mood: null });
    expect(issue?.changelog).toMatchObject([
      { field: MOOD, from: null, to: 'calm' },
      { field: MOOD, from: 'cross', to: null },
    ]);
  });
});

describe('who listens on the site', () => {
  it('hears of each change of a field, unless the app wants silence', async () => {
    const { jira, changes, set } = siteWithApp();
    const heard: FieldChanged[] = [];
    const stop = jira.onFieldChanged((change) => heard.push(change));
    await set(MOOD, 'calm');
    const after = changes();
    await set(MOOD, 'calm');
    expect(changes()).toBe(after);
    await set(COUNT, 2, [10_101], '?generateAppEvents=false');
    stop();
    await set(COUNT, 3);
    const app = jira.people().find(({ displayName }) => displayName === 'Some App');
    expect(heard).toEqual([
      { issueId: '10101', fieldId: MOOD, moduleKey: 'mood', value: 'calm', by: app?.accountId },
    ]);
  });

  it('hears of each issue that is created', async () => {
    const { jira, agent } = siteWithApp();
    const heard: IssueCreated[] = [];
    jira.onIssueCreated((creation) => heard.push(creation));
    const fields = { project: { key: 'HELP' }, issuetype: { id: '10005' }, summary: 'New' };
    const { id } = (await agent.post('/issue', { fields })).body as { id: string };
    expect(heard).toEqual([{ issueId: id, by: jira.accountId('agent') }]);
  });
});
