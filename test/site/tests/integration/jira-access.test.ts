import { asApp, asUser, idOf, newJira, note } from './jira-calls';

const NO_SUCH_ISSUE = {
  errorMessages: ['Issue does not exist or you do not have permission to see it.'],
  errors: {},
};

function basic(user: string, password: string): Request {
  return new Request('http://site.test/rest/api/3/myself', {
    headers: { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` },
  });
}

describe('who calls', () => {
  it('is told by HTTP Basic when no actor is handed in', async () => {
    const { jira } = newJira();
    const response = await jira.rest.fetch(basic('agent', 'agent'));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      accountId: jira.accountId('agent'),
      displayName: 'Avery Agent',
      emailAddress: 'agent@example.com',
      accountType: 'atlassian',
    });
  });

  it.each([
    ['a wrong password', basic('agent', 'admin')],
    ['an address and nobody behind it', basic('grace.hopper@example.com', 'undefined')],
    ['an unknown user', basic('nobody', 'nobody')],
    ['nobody at all', new Request('http://site.test/rest/api/3/myself')],
  ])('is refused with %s', async (_, request) => {
    const response = await newJira().jira.rest.fetch(request);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      errorMessages: ['Client must be authenticated to access this resource.'],
      errors: {},
    });
  });

  it('is anybody for the server info', async () => {
    const response = await newJira().jira.rest.fetch(new Request('http://site.test/rest/api/3/serverInfo'));
    expect(await response.json()).toMatchObject({ baseUrl: 'http://site.test', deploymentType: 'Cloud' });
  });
});

describe('scopes', () => {
  it.each([
    ['get', '/issue/HELP-1', ['write:jira-work', 'read:jira-user']],
    ['post', '/issue/HELP-1/comment', ['read:jira-work']],
    ['get', '/myself', ['read:jira-work', 'write:jira-work']],
    ['get', '/statuses/search', ['read:jira-work', 'write:jira-work']],
  ] as const)('are asked for: %s %s is refused with %s only', async (method, path, scopes) => {
    const { jira } = newJira();
    const refusal = { status: 401, body: { code: 401, message: 'Unauthorized; scope does not match' } };
    expect(await asApp(jira, [...scopes])[method](path)).toEqual(refusal);
    expect(await asUser(jira, 'admin', [...scopes])[method](path)).toEqual(refusal);
  });

  it('do not limit a user without an app', async () => {
    const { jira } = newJira();
    expect(await asUser(jira, 'admin').get('/statuses/search')).toMatchObject({ status: 200 });
  });
});

describe('who sees what', () => {
  it.each(['admin', 'agent', 'agent2', 'member'])('%s sees the requests of the help desk', async (user) => {
    const { jira } = newJira();
    expect(await asUser(jira, user).get('/issue/HELP-1')).toMatchObject({ status: 200 });
  });

  it.each(['customer', 'outsider'])('for %s they do not exist', async (user) => {
    const { jira } = newJira();
    expect(await asUser(jira, user).get('/issue/HELP-1')).toEqual({ status: 404, body: NO_SUCH_ISSUE });
    expect(await asUser(jira, user).get('/issue/HELP-1/comment')).toEqual({
      status: 404,
      body: NO_SUCH_ISSUE,
    });
    expect(await asUser(jira, user).get('/issue/HELP-999')).toEqual({ status: 404, body: NO_SUCH_ISSUE });
  });

  it('what is no key of an issue does not exist either', async () => {
    const agent = asUser(newJira().jira, 'agent');
    expect(await agent.get('/issue/%E0%A4%A')).toEqual({ status: 404, body: NO_SUCH_ISSUE });
    expect(await agent.put('/issue/%E0%A4%A', {})).toEqual({ status: 404, body: NO_SUCH_ISSUE });
  });

  it('an app sees every project', async () => {
    const { jira } = newJira();
    const keys = ['HELP-1', 'FACIL-1', 'DEV-1'];
    const answers = await Promise.all(keys.map((key) => asApp(jira).get(`/issue/${key}`)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('a comment hides with its issue', async () => {
    const { jira } = newJira();
    const id = idOf(await asUser(jira, 'agent').post('/issue/HELP-1/comment', note('secret')));
    expect(await asUser(jira, 'outsider').get(`/comment/${id}/properties`)).toMatchObject({ status: 404 });
    const list = await asUser(jira, 'outsider').post('/comment/list', { ids: [Number(id)] });
    expect(list.body).toMatchObject({ total: 0, values: [] });
  });
});

describe('mypermissions', () => {
  const KEYS = 'ADMINISTER,BROWSE_PROJECTS,ADD_COMMENTS,TRANSITION_ISSUES,SERVICEDESK_AGENT';

  async function held(user: string, context: string): Promise<string[]> {
    const { body } = await asUser(newJira().jira, user).get(`/mypermissions?permissions=${KEYS}${context}`);
    const { permissions } = body as { permissions: Record<string, { havePermission: boolean }> };
    return Object.keys(permissions).filter((key) => permissions[key]?.havePermission);
  }

  it.each([
    ['agent', ['BROWSE_PROJECTS', 'ADD_COMMENTS', 'TRANSITION_ISSUES', 'SERVICEDESK_AGENT']],
    ['agent2', ['BROWSE_PROJECTS', 'ADD_COMMENTS', 'TRANSITION_ISSUES', 'SERVICEDESK_AGENT']],
    ['member', ['BROWSE_PROJECTS', 'ADD_COMMENTS']],
    ['admin', ['ADMINISTER', 'BROWSE_PROJECTS', 'ADD_COMMENTS', 'TRANSITION_ISSUES']],
  ])('of %s on a request of the help desk', async (user, permissions) => {
    expect(await held(user, '&issueId=10101')).toEqual(permissions);
    expect(await held(user, '&issueKey=HELP-1')).toEqual(permissions);
    expect(await held(user, '&projectKey=HELP')).toEqual(permissions);
  });

  it('differ from project to project', async () => {
    expect(await held('agent2', '&projectId=10000')).toContain('SERVICEDESK_AGENT');
    expect(await held('member', '&projectKey=FACIL')).toEqual(['BROWSE_PROJECTS']);
    expect(await held('outsider', '&projectKey=DEV')).not.toContain('SERVICEDESK_AGENT');
  });

  it('count in any project when none is named', async () => {
    expect(await held('agent2', '')).toContain('SERVICEDESK_AGENT');
    expect(await held('customer', '')).toEqual([]);
  });

  it('show what a permission is', async () => {
    const { body } = await asUser(newJira().jira, 'agent').get('/mypermissions?permissions=ADMINISTER');
    expect(body).toMatchObject({
      permissions: { ADMINISTER: { id: '0', key: 'ADMINISTER', type: 'GLOBAL', havePermission: false } },
    });
  });

  it.each([
    ['agent', ['ASSIGNABLE_USER', 'CREATE_ATTACHMENTS', 'WORK_ON_ISSUES']],
    ['member', ['CREATE_ATTACHMENTS']],
    ['admin', ['ASSIGNABLE_USER', 'CREATE_ATTACHMENTS', 'WORK_ON_ISSUES', 'DELETE_ALL_ATTACHMENTS']],
  ])('are known also where the site has no rule for them: those of %s', async (user, permissions) => {
    const keys = 'ASSIGNABLE_USER,CREATE_ATTACHMENTS,WORK_ON_ISSUES,DELETE_ALL_ATTACHMENTS';
    const { body } = await asUser(newJira().jira, user).get(
      `/mypermissions?permissions=${keys}&issueKey=HELP-1`,
    );
    const { permissions: all } = body as { permissions: Record<string, { havePermission: boolean }> };
    expect(Object.keys(all).filter((key) => all[key]?.havePermission)).toEqual(permissions);
  });

  it('must be named, and known', async () => {
    const agent = asUser(newJira().jira, 'agent');
    expect(await agent.get('/mypermissions')).toMatchObject({ status: 400 });
    expect(await agent.get('/mypermissions?permissions=BROWSE_PROJECTS,FLY')).toEqual({
      status: 400,
      body: { errorMessages: [], errors: { FLY: 'Unrecognized permission' } },
    });
    expect(await agent.get('/mypermissions?permissions=constructor')).toMatchObject({ status: 400 });
    const check = { globalPermissions: ['constructor'] };
    expect(await agent.post('/permissions/check', check)).toMatchObject({ status: 400 });
  });

  it('can not be asked for an issue that one does not see', async () => {
    const { jira } = newJira();
    const path = '/mypermissions?permissions=ADD_COMMENTS&issueId=10101';
    expect(await asUser(jira, 'customer').get(path)).toEqual({ status: 404, body: NO_SUCH_ISSUE });
  });
});
