import { asUser, newJira } from './jira-calls';

async function agentWithProperty() {
  const agent = asUser(newJira().jira, 'agent');
  await agent.put('/issue/HELP-1/properties/ours', { a: 1 });
  await agent.put('/issue/HELP-1/properties/theirs', 2);
  return agent;
}

describe('a search', () => {
  const jql = 'key in (HELP-1, HELP-2) order by key';

  it('brings the properties that are asked for', async () => {
    const agent = await agentWithProperty();
    const search = { jql, fields: ['summary'], properties: ['ours,nobodys'] };
    expect(await agent.post('/search/jql', search)).toMatchObject({
      body: { issues: [{ key: 'HELP-1', properties: { ours: { a: 1 } } }, { properties: {} }] },
    });
    const { body } = await agent.get(`/search/jql?jql=${encodeURIComponent(jql)}&properties=ours,theirs`);
    expect((body as { issues: object[] }).issues[0]).toEqual({
      id: '10101',
      properties: { ours: { a: 1 }, theirs: 2 },
    });
  });

  it('has no empty pages, which would have no end', async () => {
    const agent = asUser(newJira().jira, 'agent');
    expect(await agent.get('/search/jql?jql=project=HELP&maxResults=0')).toMatchObject({ status: 400 });
    expect(await agent.post('/search/jql', { jql, maxResults: 0 })).toMatchObject({ status: 400 });
  });

  it('takes five properties', async () => {
    const agent = asUser(newJira().jira, 'agent');
    const search = (properties: string[]) => agent.post('/search/jql', { jql, properties });
    expect(await search(['a', 'b', 'c', 'd', 'e'])).toMatchObject({ status: 200 });
    expect(await search(['a', 'b', 'c', 'd,e,f'])).toMatchObject({ status: 400 });
  });

  it('tells the names and the schemas of its fields once', async () => {
    const agent = asUser(newJira().jira, 'agent');
    const search = { jql, fields: ['summary', 'created'], expand: 'names,schema' };
    const { body } = await agent.post('/search/jql', search);
    expect(body).toMatchObject({
      names: { summary: 'Summary', created: 'Created' },
      schema: { summary: { type: 'string' }, created: { type: 'datetime' } },
    });
    expect((body as { issues: object[] }).issues[0]).not.toHaveProperty('names');
    expect((await agent.post('/search/jql', { jql })).body).not.toHaveProperty('names');
  });
});

it('a bulk fetch brings properties, names and schemas with each issue', async () => {
  const agent = await agentWithProperty();
  const fetching = {
    issueIdsOrKeys: ['HELP-1'],
    fields: ['summary'],
    properties: ['ours'],
    expand: ['names', 'schema'],
  };
  expect(await agent.post('/issue/bulkfetch', fetching)).toMatchObject({
    body: {
      issues: [
        {
          properties: { ours: { a: 1 } },
          names: { summary: 'Summary' },
          schema: { summary: { type: 'string' } },
        },
      ],
    },
  });
});
