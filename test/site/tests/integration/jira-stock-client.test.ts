import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createCloudClient, RateLimitError, type CloudClient } from 'jira.js';
import type { Jira } from '../../jira/jira';
import { appField, asApp, newJira, paragraph } from './jira-calls';

describe('jira.js, a stock client,', () => {
  let server: ServerType;
  let agent: CloudClient;
  let jira: Jira;

  beforeEach(async () => {
    jira = newJira([appField('mood', 'Mood', 'string')]).jira;
    server = createAdaptorServer({ fetch: jira.rest.fetch }).listen(0, '127.0.0.1');
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

  it('creates, edits, moves and deletes an issue', async () => {
    const { key } = await agent.issues.createIssue({
      fields: { project: { key: 'HELP' }, issuetype: { id: '10005' }, summary: 'New' },
    });
    await agent.issues.editIssue({ issueIdOrKey: key, fields: { summary: 'Newer' } });
    const { taskId = '' } = await agent.issueBulkOperations.submitBulkMove({
      targetToSourcesMapping: { 'FACIL,10006': { issueIdsOrKeys: [key], inferStatusDefaults: true } },
    });
    const { status } = await agent.issueBulkOperations.getBulkOperationProgress({ taskId });
    expect(status).toBe('COMPLETE');
    const moved = await agent.issues.getIssue({ issueIdOrKey: key });
    expect(moved).toMatchObject({ key: 'FACIL-3', fields: { summary: 'Newer' } });
    await expect(agent.issues.deleteIssue({ issueIdOrKey: key })).rejects.toMatchObject({ status: 403 });
  });

  it('keeps properties and asks for permissions', async () => {
    const comment = await agent.issueComments.addComment({ issueIdOrKey: 'HELP-1', body: paragraph('x') });
    const onComment = { commentId: comment.id ?? '', propertyKey: 'ours' };
    await agent.issueCommentProperties.setCommentProperty({ ...onComment, body: { a: 1 } });
    expect(await agent.issueCommentProperties.getCommentProperty(onComment)).toMatchObject({
      value: { a: 1 },
    });
    const listed = await agent.issueComments.getCommentsByIds({
      ids: [Number(comment.id)],
      expand: 'properties',
    });
    expect(listed.values).toMatchObject([{ properties: [{ key: 'ours', value: { a: 1 } }] }]);
    const grants = await agent.permissions.getBulkPermissions({ globalPermissions: ['ADMINISTER'] });
    expect(grants.globalPermissions).toEqual([]);
  });

  it('is told what it did wrong, and when to come back', async () => {
    const missing = agent.issues.doTransition({ issueIdOrKey: 'HELP-1', transition: { id: '61' } });
    await expect(missing).rejects.toMatchObject({ status: 400 });
    jira.switches.requestsPerMinute = 0;
    const limited: unknown = await agent.myself.getCurrentUser().catch((error: unknown) => error);
    expect(limited).toBeInstanceOf(RateLimitError);
    expect(limited).toMatchObject({ retryAfterMs: expect.any(Number) as number });
  });

  it('reads and searches by the fields of an app', async () => {
    jira.setSwitches({ fieldIndexLagMs: 0 });
    const fields = await agent.issueFields.getFields();
    const { id = '', schema } = fields.find(({ name }) => name === 'Mood') ?? {};
    expect(schema).toMatchObject({ type: 'string', customId: 10_100 });
    const updates = [{ customField: id, issueIds: [10_101], value: 'calm' }];
    await asApp(jira).post('/app/field/value', { updates });
    const issue = await agent.issues.getIssue({ issueIdOrKey: 'HELP-1' });
    expect(issue.fields).toMatchObject({ [id]: 'calm' });
    const query = { jql: 'Mood = calm', fields: ['key', id] };
    const { issues } = await agent.issueSearch.searchAndReconsileIssuesUsingJqlPost(query);
    expect(issues).toMatchObject([{ key: 'HELP-1', fields: { [id]: 'calm' } }]);
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
