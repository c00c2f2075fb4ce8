import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createCloudClient, type CloudClient } from 'jira.js';
import { newJira, paragraph } from './jira-calls';

describe('jira.js, a stock client,', () => {
  let server: ServerType;
  let agent: CloudClient;

  beforeEach(async () => {
    server = createAdaptorServer({ fetch: newJira().jira.rest.fetch }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    agent = createCloudClient({
      host: `http://127.0.0.1:${String(port)}`,
      auth: { type: 'basic', email: 'agent@example.com', apiToken: 'agent' },
    });
  });

  afterEach(() => {
    server.close();
  });

  it('works a request', async () => {
    expect((await agent.myself.getCurrentUser()).displayName).toBe('Avery Agent');
    const issue = await agent.issues.getIssue({ issueIdOrKey: 'HELP-1' });
    expect(issue.key).toBe('HELP-1');
    const { transitions } = await agent.issues.getTransitions({ issueIdOrKey: 'HELP-1' });
    const escalate = transitions?.find(({ name }) => name === 'Escalate');
    await agent.issues.doTransition({ issueIdOrKey: 'HELP-1', transition: { id: escalate?.id ?? '' } });
    const moved = await agent.issues.getIssue({ issueIdOrKey: 'HELP-1', fields: ['status'] });
    expect(moved.fields).toMatchObject({ status: { name: 'Escalated' } });
  });

  it('comments', async () => {
    const added = await agent.issueComments.addComment({
      issueIdOrKey: 'HELP-1',
      body: paragraph('From a stock client'),
      properties: [{ key: 'sd.public.comment', value: { internal: true } }],
    });
    const { comments } = await agent.issueComments.getComments({ issueIdOrKey: 'HELP-1' });
    expect(comments).toMatchObject([{ id: added.id, jsdPublic: false }]);
  });

  it('lists', async () => {
    const { values } = await agent.projects.searchProjects({ typeKey: 'service_desk' });
    expect(values.map(({ key }) => key)).toEqual(['FACIL', 'HELP']);
    const found = await agent.issueSearch.searchAndReconsileIssuesUsingJql({ jql: 'project = HELP' });
    expect(found.issues).toHaveLength(8);
    expect(await agent.userSearch.findUsers({ query: 'ada' })).toMatchObject([
      { displayName: 'Ada Lovelace' },
    ]);
  });
});
