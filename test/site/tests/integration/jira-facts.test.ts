import { Hono } from 'hono';
import type { JiraEnv } from '../../jira/actor';
import { asApp, asUser, newJira } from './jira-calls';
import { described, jiraTable } from './described';
import { templateOf } from './jira-facts';

/** All that the description asks for anywhere, and that an app can have. */
const SCOPES = [
  'read:jira-work',
  'write:jira-work',
  'read:jira-user',
  'manage:jira-configuration',
  'manage:jira-project',
];

/** Puts something that exists into the place of each parameter. */
function pathOf(route: string): string {
  return route
    .replace('/issue/:id', '/issue/HELP-1')
    .replace('/issue/:issue', '/issue/HELP-1')
    .replace('/project/:project', '/project/HELP')
    .replace(/:\w+/g, '1');
}

const served = newJira().jira.rest.routes.filter(({ method }) => method !== 'ALL');
const routes = [...new Set(served.map(({ method, path }) => `${method} ${path}`))].map((route) => {
  const [method = '', path = ''] = route.split(' ');
  return { method, path, scopes: jiraTable.scopes(method, templateOf(path)) };
});

describe('by the official description', () => {
  it('all that is served exists: “npm run jira-facts” after a route was added', () => {
    expect(routes.filter(({ scopes }) => !scopes)).toEqual([]);
  });

  it('a route that is not in the table would fail these tests', async () => {
    const rest = new Hono<JiraEnv>().get('/rest/api/3/weather', (c) => c.json({}));
    const call = described(rest).fetch(new Request('http://site.test/rest/api/3/weather'));
    await expect(call).rejects.toThrow('not described');
  });

  it('what is accepted is what Jira takes', async () => {
    const rest = new Hono<JiraEnv>().post('/rest/api/3/issue/:issue/transitions', (c) => c.body(null, 204));
    const body = JSON.stringify({ transition: 'In Progress' });
    const call = described(rest).fetch(
      new Request('http://site.test/rest/api/3/issue/HELP-1/transitions', { method: 'POST', body }),
    );
    await expect(call).rejects.toThrow('what is sent is not as described');
  });

  it.each(routes.filter(({ scopes }) => scopes?.length))(
    '$method $path asks for $scopes and nothing else',
    async ({ method, path, scopes = [] }) => {
      const { jira } = newJira();
      const statusWith = async (granted: string[]) => {
        const request = new Request(`http://site.test${pathOf(path)}`, { method });
        const actor = { kind: 'app', appId: 'app', name: 'App', scopes: granted } as const;
        return (await jira.rest.fetch(request, { actor })).status;
      };
      expect(await statusWith(SCOPES.filter((each) => !scopes.includes(each)))).toBe(401);
      expect(await statusWith([...scopes])).not.toBe(401);
    },
  );

  it('those that ask for no scope are open to an app without any', async () => {
    const open = routes.filter(({ scopes }) => scopes?.length === 0).map(({ path }) => path);
    expect(open).toEqual([
      '/rest/api/3/serverInfo',
      '/rest/api/3/permissions/check',
      '/rest/api/3/app/field/value',
      '/rest/api/3/app/field/:field/value',
    ]);
    const check = await asApp(newJira().jira, []).post('/permissions/check', {});
    expect(check).toMatchObject({ status: 200 });
  });

  it.each([
    ['a field that is not described', { id: '1', key: 'HELP-1', colour: 'red' }],
    ['a field of another type', { id: 1, key: 'HELP-1' }],
    ['a status of another form', { id: '1', fields: { status: { id: 3 } } }],
  ])('an answer with %s would fail these tests', async (_, body) => {
    const rest = new Hono<JiraEnv>().get('/rest/api/3/issue/:issue', (c) => c.json(body));
    const call = described(rest).fetch(new Request('http://site.test/rest/api/3/issue/HELP-1'));
    await expect(call).rejects.toThrow('not as described');
  });

  it('an answer with a status that is not described would fail these tests', async () => {
    const rest = new Hono<JiraEnv>().get('/rest/api/3/myself', (c) => c.json({}, 202));
    const call = described(rest).fetch(new Request('http://site.test/rest/api/3/myself'));
    await expect(call).rejects.toThrow('202 is not described');
  });

  it('an issue is as described', async () => {
    expect(await asUser(newJira().jira, 'agent').get('/issue/HELP-1')).toMatchObject({ status: 200 });
  });
});
