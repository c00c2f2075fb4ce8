import { asUser, newJira, note } from './jira-calls';

describe('the state of Jira', () => {
  it('is kept in a snapshot, and put back', async () => {
    const { jira } = newJira();
    const agent = asUser(jira, 'agent');
    await agent.post('/issue/HELP-1/comment', note('kept'));
    const snapshot: unknown = JSON.parse(JSON.stringify(jira.snapshot()));
    await agent.post('/issue/HELP-1/comment', note('lost'));
    jira.restore(snapshot);
    expect(jira.state().issues[0]?.comments).toHaveLength(1);
    const other = newJira().jira;
    other.restore(snapshot);
    expect(other.state()).toEqual(jira.state());
  });

  it('goes back to the seed', async () => {
    const { jira } = newJira();
    await asUser(jira, 'agent').post('/issue/HELP-1/comment', note('x'));
    await asUser(jira, 'agent').post('/issue/HELP-1/transitions', { transition: { id: '11' } });
    jira.reset();
    expect(jira.state().issues[0]).toMatchObject({ status: { name: 'Waiting for support' }, comments: [] });
  });

  it('dates what happens by the clock of the site', async () => {
    const { jira, clock } = newJira();
    await clock.advance(86_400_000);
    await asUser(jira, 'agent').post('/issue/HELP-1/comment', note('tomorrow'));
    const created = Date.parse(jira.state().issues[0]?.comments[0]?.created ?? '');
    expect(created - Date.now()).toBeGreaterThan(86_000_000);
  });
});

describe('the people of the site', () => {
  it('have login names and account ids', () => {
    const { jira } = newJira();
    expect(jira.users().map(({ login }) => login)).toEqual([
      'admin',
      'agent',
      'agent2',
      'member',
      'customer',
      'outsider',
      'customer2',
    ]);
    expect(jira.users()).toContainEqual({
      login: 'customer',
      displayName: 'Ada Lovelace',
      accountId: jira.accountId('customer'),
      accountType: 'customer',
    });
    expect(jira.accountId('nobody')).toBeUndefined();
  });
});
