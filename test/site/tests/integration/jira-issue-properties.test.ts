import { asUser, newJira } from './jira-calls';

const OURS = '/rest/api/2/issue/10101/properties/forge-seen';

describe('the property of an issue that `useIssueProperty` of @forge/react keeps', () => {
  it('is made where it is not there yet, read, changed and removed, by the older version', async () => {
    const agent = asUser(newJira().jira, 'agent');
    expect(await agent.get(OURS)).toMatchObject({ status: 404 });
    const made = { entitiesIds: ['10101'], properties: { 'forge-seen': { by: 'nobody' } } };
    expect(await agent.post('/rest/api/2/issue/properties', made)).toMatchObject({ status: 204 });
    expect(await agent.get(OURS)).toMatchObject({ body: { value: { by: 'nobody' } } });
    expect(await agent.put(OURS, 'changed')).toMatchObject({ status: 200 });
    expect(await agent.get('/issue/HELP-1/properties/forge-seen')).toMatchObject({
      body: { value: 'changed' },
    });
    expect(await agent.delete(OURS)).toMatchObject({ status: 204 });
  });

  it('needs who asks, and the scope', async () => {
    const { jira } = newJira();
    const anonymous = await jira.rest.fetch(new Request(`http://site.test${OURS}`));
    expect(anonymous.status).toBe(401);
    const unscoped = asUser(jira, 'agent', ['read:jira-work']);
    expect(await unscoped.put(OURS, 1)).toMatchObject({ status: 401 });
  });
});

describe('properties of many issues', () => {
  const properties = { ours: 1 };

  it.each([
    ['an issue that is not there', 'agent', { entitiesIds: [10_101, 1], properties }, 404],
    ['issues that the caller may only see', 'member', { entitiesIds: [10_101], properties }, 403],
    ['no issue', 'agent', { entitiesIds: [], properties }, 400],
    ['a key that is too long', 'agent', { entitiesIds: [10_101], properties: { ['k'.repeat(256)]: 1 } }, 400],
    [
      'eleven properties',
      'agent',
      { entitiesIds: [10_101], properties: Object.fromEntries(Array.from({ length: 11 }, (_, i) => [i, i])) },
      400,
    ],
  ])('are set on none with %s', async (_, user, body, status) => {
    const { jira, changes } = newJira();
    expect(await asUser(jira, user).post('/issue/properties', body)).toMatchObject({ status });
    expect(changes()).toBe(0);
  });
});
