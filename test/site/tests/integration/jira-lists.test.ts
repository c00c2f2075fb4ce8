import { asApp, asUser, newJira, type Answer } from './jira-calls';

function values<T>({ body }: Answer, key: string): T[] {
  const list = Array.isArray(body) ? body : (body as { values: unknown[] }).values;
  return (list as Record<string, T>[]).map((each) => each[key] as T);
}

describe('an issue', () => {
  it('is found by id and by key in any case', async () => {
    const agent = asUser(newJira().jira, 'agent');
    for (const idOrKey of ['HELP-1', 'help-1', '10101']) {
      expect(await agent.get(`/issue/${idOrKey}`)).toMatchObject({
        status: 200,
        body: { key: 'HELP-1', id: '10101' },
      });
    }
  });

  it('comes with all its fields, or those asked for', async () => {
    const agent = asUser(newJira().jira, 'agent');
    expect(await agent.get('/issue/HELP-1')).toMatchObject({
      body: {
        fields: {
          project: { key: 'HELP', projectTypeKey: 'service_desk', simplified: false },
          reporter: {
            displayName: 'Ada Lovelace',
            emailAddress: 'ada.lovelace@example.com',
            accountType: 'customer',
          },
          status: { name: 'Waiting for support', statusCategory: { key: 'new' } },
          comment: { total: 0 },
        },
      },
    });
    const few = await agent.get('/issue/HELP-1?fields=status,summary&fields=reporter');
    expect(Object.keys((few.body as { fields: object }).fields).sort()).toEqual([
      'reporter',
      'status',
      'summary',
    ]);
    const most = await agent.get('/issue/HELP-1?fields=*navigable,-description');
    expect((most.body as { fields: object }).fields).not.toHaveProperty('comment');
    expect((most.body as { fields: object }).fields).not.toHaveProperty('description');
    expect((most.body as { fields: object }).fields).toHaveProperty('summary');
  });

  it('hides the address of a reporter who hides it', async () => {
    const { jira } = newJira();
    const { body } = await asUser(jira, 'agent').get('/issue/HELP-4?fields=reporter');
    const { reporter } = (body as { fields: { reporter: object } }).fields;
    expect(reporter).toMatchObject({ displayName: 'Dorothy Vaughan' });
    expect(reporter).not.toHaveProperty('emailAddress');
  });

  it('brings its transitions and properties when asked', async () => {
    const { jira } = newJira();
    const agent = asUser(jira, 'agent');
    await agent.put('/issue/HELP-1/properties/ours', { a: 1 });
    const { body } = await agent.get('/issue/HELP-1?fields=status&expand=transitions&properties=ours');
    expect(body).toMatchObject({ properties: { ours: { a: 1 } } });
    expect((body as { transitions: unknown[] }).transitions).toHaveLength(5);
  });

  it('can be deleted by an administrator only', async () => {
    const { jira } = newJira();
    expect(await asUser(jira, 'agent').delete('/issue/HELP-8')).toMatchObject({ status: 403 });
    expect(await asUser(jira, 'admin').delete('/issue/HELP-8')).toMatchObject({ status: 204 });
    expect(await asApp(jira).get('/issue/HELP-8')).toMatchObject({ status: 404 });
  });
});

describe('the seed', () => {
  it('has eight open requests of different people, waiting for support', () => {
    const requests = newJira()
      .jira.state()
      .issues.filter(({ key }) => key.startsWith('HELP-'));
    expect(requests.map(({ key }) => key)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `HELP-${String(n)}`));
    expect(new Set(requests.map(({ reporter }) => reporter)).size).toBe(8);
    expect(new Set(requests.map(({ status }) => status.name))).toEqual(new Set(['Waiting for support']));
  });

  it("makes the customer the first request's reporter", () => {
    const { jira } = newJira();
    expect(jira.state().issues[0]?.reporter).toBe(jira.accountId('customer'));
  });

  it('tells a Forge module about an issue', () => {
    const { jira } = newJira();
    expect(jira.issue('help-1')).toEqual({
      fields: [],
      id: '10101',
      key: 'HELP-1',
      type: 'Service Request',
      typeId: '10005',
      projectId: '10000',
      projectKey: 'HELP',
      projectType: 'service_desk',
    });
    expect(jira.issue('HELP-99')).toBeUndefined();
  });
});

describe('projects', () => {
  it('are found by type, in pages, as far as one may see them', async () => {
    const { jira } = newJira();
    const services = await asApp(jira).get('/project/search?typeKey=service_desk');
    expect(values(services, 'key')).toEqual(['FACIL', 'HELP']);
    expect(services.body).toMatchObject({ isLast: true, total: 2 });
    const first = await asApp(jira).get('/project/search?maxResults=1&orderBy=-key');
    expect(first.body).toMatchObject({ isLast: false, total: 3, values: [{ key: 'HELP' }] });
    expect(values(await asUser(jira, 'outsider').get('/project/search'), 'key')).toEqual(['DEV']);
    expect(values(await asUser(jira, 'customer').get('/project/search'), 'key')).toEqual([]);
  });

  it('are read by id or key, and hidden from outsiders', async () => {
    const { jira } = newJira();
    expect(await asUser(jira, 'agent').get('/project/HELP')).toMatchObject({
      body: { id: '10000', key: 'HELP', projectTypeKey: 'service_desk', simplified: false },
    });
    expect(await asUser(jira, 'agent').get('/project/10000')).toMatchObject({ body: { key: 'HELP' } });
    expect(await asUser(jira, 'outsider').get('/project/HELP')).toMatchObject({ status: 404 });
  });

  it('have statuses of their own', async () => {
    const { jira } = newJira();
    const { body } = await asUser(jira, 'agent').get('/project/HELP/statuses');
    const [type] = body as { name: string; statuses: { name: string }[] }[];
    expect(type?.name).toBe('Service Request');
    expect(type?.statuses.map(({ name }) => name)).toEqual([
      'Waiting for support',
      'In Progress',
      'Escalated',
      'Pending',
      'Waiting for customer',
      'Resolved',
    ]);
  });
});

describe('statuses', () => {
  it('of all projects that one sees come once each, with their category', async () => {
    const { jira } = newJira();
    expect(values(await asUser(jira, 'outsider').get('/status'), 'name')).toEqual([
      'To Do',
      'In Progress',
      'Done',
    ]);
    const all = await asApp(jira).get('/status');
    expect(values(all, 'name')).toHaveLength(8);
    expect(all.body).toContainEqual(
      expect.objectContaining({
        name: 'Resolved',
        statusCategory: expect.objectContaining({ key: 'done', name: 'Done' }) as object,
      }),
    );
  });
});

describe('the search of statuses', () => {
  it('finds them by a part of their name and by their category', async () => {
    const admin = asUser(newJira().jira, 'admin');
    const found = async (query: string) => {
      const { body } = await admin.get(`/statuses/search?${query}`);
      return (body as { values: { name: string }[] }).values.map(({ name }) => name);
    };
    expect(await found('searchString=WAITING')).toEqual(['Waiting for support', 'Waiting for customer']);
    expect(await found('searchString=waiting&statusCategory=IN_PROGRESS')).toEqual(['Waiting for customer']);
  });

  it('is for administrators of projects', async () => {
    expect(await asUser(newJira().jira, 'agent').get('/statuses/search')).toMatchObject({ status: 401 });
  });
});

describe('people', () => {
  it('are found by the beginning of a name or address', async () => {
    const agent = asUser(newJira().jira, 'agent');
    expect(values(await agent.get('/user/search?query=ada'), 'displayName')).toEqual(['Ada Lovelace']);
    expect(values(await agent.get('/user/search?query=lovel'), 'displayName')).toEqual(['Ada Lovelace']);
    expect(values(await agent.get('/user/search?query=employee1'), 'displayName')).toEqual([
      'Katherine Johnson',
    ]);
    expect(await agent.get('/user/search')).toMatchObject({ status: 400 });
  });

  it('are not found by an address that they hide', async () => {
    const agent = asUser(newJira().jira, 'agent');
    expect(values(await agent.get('/user/search?query=employee2'), 'displayName')).toEqual([]);
    const byName = await agent.get('/user/search?query=dorothy');
    expect((byName.body as object[])[0]).not.toHaveProperty('emailAddress');
  });

  it('can not be browsed by portal customers', async () => {
    const { jira } = newJira();
    expect(await asUser(jira, 'customer').get('/user/search?query=ada')).toMatchObject({
      status: 200,
      body: [],
    });
    const path = `/user?accountId=${jira.accountId('agent') ?? ''}`;
    expect(await asUser(jira, 'customer').get(path)).toMatchObject({ status: 403 });
    expect(await asUser(jira, 'agent').get(path)).toMatchObject({ body: { displayName: 'Avery Agent' } });
  });
});

describe('a search by JQL', () => {
  async function keys(jql: string, user = 'agent'): Promise<string[]> {
    const { body } = await asUser(newJira().jira, user).get(
      `/search/jql?fields=key&jql=${encodeURIComponent(jql)}`,
    );
    return (body as { issues: { key: string }[] }).issues.map(({ key }) => key);
  }

  it('knows projects, keys, statuses and reporters, and orders', async () => {
    expect(await keys('project = HELP order by key desc')).toHaveLength(8);
    expect(await keys('key in (HELP-3, "HELP-1") ORDER BY created')).toEqual(['HELP-1', 'HELP-3']);
    expect(await keys('reporter = "Ada Lovelace" AND project != FACIL')).toEqual(['HELP-1']);
    expect(await keys('status = "Waiting for support" and project = FACIL order by key')).toEqual([
      'FACIL-1',
      'FACIL-2',
    ]);
  });

  it('shows what the user may see', async () => {
    expect(await keys('project in (HELP, DEV) order by key', 'outsider')).toEqual(['DEV-1', 'DEV-2']);
  });

  it('comes in pages of ids unless fields are asked for', async () => {
    const agent = asUser(newJira().jira, 'agent');
    const first = await agent.post('/search/jql', { jql: 'project = HELP order by key', maxResults: 5 });
    expect(first.body).toMatchObject({ isLast: false, issues: [{ id: '10101' }, {}, {}, {}, {}] });
    const { nextPageToken } = first.body as { nextPageToken: string };
    const second = await agent.post('/search/jql', {
      jql: 'project = HELP order by key',
      nextPageToken,
      fields: ['summary'],
    });
    expect(second.body).toMatchObject({ isLast: true, issues: [{ key: 'HELP-6', fields: {} }, {}, {}] });
  });

  it('has no page of a token that it did not give', async () => {
    const search = { jql: 'project = HELP', nextPageToken: 'next' };
    expect(await asUser(newJira().jira, 'agent').post('/search/jql', search)).toMatchObject({ status: 400 });
  });
});
