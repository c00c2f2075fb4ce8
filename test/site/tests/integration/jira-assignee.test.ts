import { asUser, newJira } from './jira-calls';

const ASSIGNEE = '/issue/HELP-1/assignee';

describe('the assignee of an issue', () => {
  it('is set by a call of its own', async () => {
    const { jira } = newJira();
    const agent = asUser(jira, 'agent');
    const accountId = jira.accountId('agent2');
    expect(await agent.put(ASSIGNEE, { accountId })).toEqual({ status: 204, body: undefined });
    expect(await agent.get('/issue/HELP-1')).toMatchObject({ body: { fields: { assignee: { accountId } } } });
  });

  it.each([
    ['null in its own call', ASSIGNEE, { accountId: null }],
    ['the default in its own call, of which projects have none', ASSIGNEE, { accountId: '-1' }],
    ['null as the account', '/issue/HELP-1', { fields: { assignee: { accountId: null } } }],
    ['null as the id', '/issue/HELP-1', { fields: { assignee: { id: null } } }],
    ['null', '/issue/HELP-1', { fields: { assignee: null } }],
  ])('is taken away by %s', async (_, path, body) => {
    const { jira } = newJira();
    const agent = asUser(jira, 'agent');
    await agent.put(ASSIGNEE, { accountId: jira.accountId('agent2') });
    expect(await agent.put(path, body)).toMatchObject({ status: 204 });
    expect(await agent.get('/issue/HELP-1')).toMatchObject({ body: { fields: { assignee: null } } });
  });

  it.each([
    ['nobody whom Jira knows', 'agent', { accountId: 'nobody' }, 400],
    ['no account', 'agent', {}, 400],
    ['a caller who may not assign', 'member', { accountId: null }, 403],
    ['a caller who does not see the issue', 'outsider', { accountId: null }, 404],
  ])('stays with %s', async (_, user, body, status) => {
    const { jira, changes } = newJira();
    expect(await asUser(jira, user).put(ASSIGNEE, body)).toMatchObject({ status });
    expect(changes()).toBe(0);
  });
});
