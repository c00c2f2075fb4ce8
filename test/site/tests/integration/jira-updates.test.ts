import { asUser, newJira, note, paragraph } from './jira-calls';

const LABELS = '/issue/HELP-1?fields=labels';

describe('an update of an issue', () => {
  it('adds labels and removes them, each once', async () => {
    const agent = asUser(newJira().jira, 'agent');
    await agent.put('/issue/HELP-1', { fields: { labels: ['vpn', 'blocker'] } });
    const labels = [{ add: 'triaged' }, { add: 'vpn' }, { remove: 'blocker' }, { remove: 'never there' }];
    expect(await agent.put('/issue/HELP-1', { update: { labels } })).toMatchObject({ status: 204 });
    expect(await agent.get(LABELS)).toMatchObject({ body: { fields: { labels: ['vpn', 'triaged'] } } });
  });

  it('takes one operation after the other', async () => {
    const agent = asUser(newJira().jira, 'agent');
    const update = { labels: [{ add: 'lost' }, { set: ['vpn'] }, { add: 'triaged' }], summary: [] };
    expect(await agent.put('/issue/HELP-1', { update })).toMatchObject({ status: 204 });
    expect(await agent.get(LABELS)).toMatchObject({ body: { fields: { labels: ['vpn', 'triaged'] } } });
  });

  it('labels an issue that is created', async () => {
    const agent = asUser(newJira().jira, 'agent');
    const fields = { project: { key: 'HELP' }, issuetype: { id: '10005' }, summary: 'New' };
    await agent.post('/issue', { fields, update: { labels: [{ add: 'triaged' }] } });
    expect(await agent.get('/issue/HELP-9')).toMatchObject({ body: { fields: { labels: ['triaged'] } } });
  });

  it('adds comments', async () => {
    const agent = asUser(newJira().jira, 'agent');
    const update = { summary: [{ set: 'Locked out' }], comment: [{ add: note('Called back') }] };
    expect(await agent.put('/issue/HELP-1', { update })).toMatchObject({ status: 204 });
    expect(await agent.get('/issue/HELP-1/comment')).toMatchObject({
      body: { comments: [{ body: paragraph('Called back'), jsdPublic: false }] },
    });
  });

  it.each([
    ['a verb that there is not', 'labels', [{ append: 'triaged' }]],
    ['a verb that the field does not have', 'summary', [{ add: 'more' }]],
    ['no verb', 'labels', [{}]],
    ['two verbs in one operation', 'labels', [{ add: 'one', remove: 'other' }]],
    ['a label with a space', 'labels', [{ add: 'a b' }]],
    ['a field that is on no screen', 'rank', [{ add: 1 }]],
    ['a comment without a body', 'comment', [{ add: {} }]],
  ])('is refused with %s, at the field', async (_, field, operations) => {
    const { jira, changes } = newJira();
    const update = { assignee: [{ set: null }], [field]: operations };
    const { status, body } = await asUser(jira, 'agent').put('/issue/HELP-1', { update });
    expect(status).toBe(400);
    expect(Object.keys((body as { errors: object }).errors)).toEqual([field]);
    expect(changes()).toBe(0);
  });

  it('is refused where a field is also among those that are set', async () => {
    const both = { fields: { labels: [] }, update: { labels: [{ add: 'triaged' }] } };
    expect(await asUser(newJira().jira, 'agent').put('/issue/HELP-1', both)).toMatchObject({ status: 400 });
  });
});
