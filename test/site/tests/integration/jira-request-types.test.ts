import { createAdaptorServer } from '@hono/node-server';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServiceDeskClient } from 'jira.js/serviceDesk';
import { asApp, asUser, newJira } from './jira-calls';

/** As an app finds the field of a request's type: by what it is, since its id differs from site to site. */
const VP_ORIGIN = 'com.atlassian.servicedesk:vp-origin';

interface IssueBody {
  fields: Record<string, { requestType: { id: string; name: string } } | null>;
  schema: Record<string, { custom?: string }>;
}

async function requestTypeFieldOf(caller: ReturnType<typeof asUser>, issue: string) {
  const { body } = await caller.get(`/issue/${issue}?fields=*navigable&expand=schema`);
  const { fields, schema } = body as IssueBody;
  const id = Object.keys(schema).find((each) => schema[each]?.custom === VP_ORIGIN);
  return { id, value: id === undefined ? undefined : fields[id] };
}

describe('the type of a request', () => {
  it('stands in the field with its own schema, which only service projects have', async () => {
    const app = asApp(newJira().jira);
    expect((await requestTypeFieldOf(app, 'HELP-1')).value).toMatchObject({
      requestType: { id: '11', name: 'Password reset', serviceDeskId: '1' },
    });
    expect((await requestTypeFieldOf(app, 'DEV-1')).id).toBeUndefined();
  });

  it('is changed by its id, to one of the project', async () => {
    const agent = asUser(newJira().jira, 'agent');
    const { id = '' } = await requestTypeFieldOf(agent, 'HELP-1');
    expect(await agent.put('/issue/HELP-1', { fields: { [id]: '13' } })).toMatchObject({ status: 204 });
    expect((await requestTypeFieldOf(agent, 'HELP-1')).value?.requestType.name).toBe('Access');
    const foreign = await agent.put('/issue/HELP-1', { fields: { [id]: '21' } });
    expect(foreign).toMatchObject({ status: 400, body: { errors: { [id]: expect.any(String) as string } } });
    expect(await agent.put('/issue/HELP-1', { fields: { [id]: null } })).toMatchObject({ status: 204 });
    expect((await requestTypeFieldOf(agent, 'HELP-1')).value).toBeNull();
  });

  it('does not outlive a move to another project', async () => {
    const agent = asUser(newJira().jira, 'agent');
    await agent.post('/bulk/issues/move', {
      targetToSourcesMapping: { 'FACIL,10006': { issueIdsOrKeys: ['HELP-1'], inferStatusDefaults: true } },
    });
    expect((await requestTypeFieldOf(agent, 'HELP-1')).value).toBeNull();
  });

  it('is among the fields of the site', async () => {
    const { body } = await asUser(newJira().jira, 'agent').get('/field');
    expect(body).toContainEqual(
      expect.objectContaining({
        name: 'Request Type',
        custom: true,
        schema: expect.objectContaining({ custom: VP_ORIGIN }) as object,
      }),
    );
  });
});

describe('service desks and their request types', () => {
  it('are listed for those who see the project, by their own scope', async () => {
    const { jira } = newJira();
    const desks = (values: string[]) => ({ body: { values: values.map((projectKey) => ({ projectKey })) } });
    expect(await asUser(jira, 'agent').get('/rest/servicedeskapi/servicedesk')).toMatchObject(
      desks(['HELP', 'FACIL']),
    );
    expect(await asUser(jira, 'outsider').get('/rest/servicedeskapi/servicedesk')).toMatchObject(desks([]));
    const hidden = await asUser(jira, 'outsider').get('/rest/servicedeskapi/servicedesk/1/requesttype');
    expect(hidden.status).toBe(404);
    const unscoped = asUser(jira, 'agent', ['read:jira-work']);
    expect((await unscoped.get('/rest/servicedeskapi/servicedesk')).status).toBe(401);
  });

  it('come in pages', async () => {
    const agent = asUser(newJira().jira, 'agent');
    const types = '/rest/servicedeskapi/servicedesk/1/requesttype';
    expect(await agent.get(`${types}?start=3&limit=2`)).toMatchObject({
      body: { size: 1, start: 3, isLastPage: true, values: [{ id: '14', name: 'Service request' }] },
    });
    const first = await agent.get(`${types}?limit=2&searchQuery=`);
    expect(first).toMatchObject({ body: { size: 2, isLastPage: false } });
    const { next } = (first.body as { _links: { next: string } })._links;
    expect(next).toBe(`http://site.test${types}?limit=2&searchQuery=&start=2`);
    const last = await agent.get(next.replace('http://site.test', ''));
    expect(last.body).toMatchObject({ start: 2, isLastPage: true });
    expect((last.body as { _links: object })._links).not.toHaveProperty('next');
  });

  it('are found by the key of the project, and by the beginning of a word', async () => {
    const agent = asUser(newJira().jira, 'agent');
    const named = (query: string) => agent.get(`/rest/servicedeskapi/servicedesk/HELP/requesttype?${query}`);
    expect(await named('searchQuery=DEV')).toMatchObject({
      body: { size: 1, values: [{ name: 'New device' }] },
    });
    expect(await named('searchQuery=laptop')).toMatchObject({ body: { values: [{ name: 'New device' }] } });
    expect(await named('searchQuery=evice')).toMatchObject({ body: { size: 0 } });
  });

  it('are refused in the words of their own API', async () => {
    const agent = asUser(newJira().jira, 'agent');
    for (const path of ['servicedesk/DEV/requesttype', 'servicedesk?start=x']) {
      const { body } = await agent.get(`/rest/servicedeskapi/${path}`);
      expect(body).toEqual({
        errorMessage: expect.any(String) as string,
        i18nErrorMessage: { i18nKey: expect.any(String) as string, parameters: [] },
      });
    }
  });

  it('are read by a stock client', async () => {
    const server = createAdaptorServer({ fetch: newJira().jira.rest.fetch }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const { port } = server.address() as AddressInfo;
      const client = createServiceDeskClient({
        host: `http://127.0.0.1:${String(port)}`,
        auth: { type: 'basic', email: 'agent@example.com', apiToken: 'agent' },
      });
      const desks = await client.servicedesk.getServiceDesks();
      const types = await client.servicedesk.getRequestTypes({ serviceDeskId: desks.values?.[0]?.id ?? '' });
      expect(types.values?.map(({ name }) => name)).toContain('Password reset');
    } finally {
      server.close();
    }
  });
});
