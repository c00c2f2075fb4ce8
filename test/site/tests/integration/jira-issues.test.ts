import type { Jira } from '../../jira/jira';
import { asApp, asUser, idOf, newJira, note, paragraph, type Answer } from './jira-calls';

const REQUEST = {
  project: { key: 'HELP' },
  issuetype: { id: '10005' },
  summary: 'My screen flickers',
};

function draft(fields: object = {}) {
  return { fields: { ...REQUEST, ...fields } };
}

function move(idsOrKeys: string[], target = 'FACIL,10006') {
  return { targetToSourcesMapping: { [target]: { issueIdsOrKeys: idsOrKeys, inferStatusDefaults: true } } };
}

/** A PUT by the agent whose body is still on its way. */
function slowPut({ rest }: Jira, path: string, body: unknown): { finish: () => Promise<Response> } {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const headers = { 'content-type': 'application/json' };
  const init = { method: 'PUT', headers, body: readable, duplex: 'half' };
  const answer = rest.fetch(new Request(`http://site.test/rest/api/3${path}`, init), {
    actor: { kind: 'user', user: 'agent' },
  });
  const writer = writable.getWriter();
  return {
    finish: async () => {
      await writer.write(new TextEncoder().encode(JSON.stringify(body)));
      await writer.close();
      return answer;
    },
  };
}

function keyOf({ body }: Answer): string {
  return (body as { key: string }).key;
}

describe('an issue', () => {
  it('is created with its fields and properties, in the first status, by the caller', async () => {
    const { jira, changes } = newJira();
    const reporter = { accountId: jira.accountId('customer') };
    const fields = { description: paragraph('All day'), labels: ['screen'], reporter };
    const properties = [{ key: 'ours', value: 1 }];
    const created = await asUser(jira, 'agent').post('/issue', { ...draft(fields), properties });
    expect(created).toMatchObject({ status: 201, body: { key: 'HELP-9' } });
    expect(changes()).toBe(1);
    expect(await asUser(jira, 'agent').get('/issue/HELP-9?properties=*all')).toMatchObject({
      body: {
        id: idOf(created),
        properties: { ours: 1 },
        fields: {
          summary: 'My screen flickers',
          description: paragraph('All day'),
          labels: ['screen'],
          status: { name: 'Waiting for support' },
          reporter: { displayName: 'Ada Lovelace' },
          creator: { displayName: 'Avery Agent' },
        },
      },
    });
  });

  it('never gets the key of one that was deleted', async () => {
    const { jira } = newJira();
    const admin = asUser(jira, 'admin');
    await admin.delete(`/issue/${keyOf(await admin.post('/issue', draft()))}`);
    expect(keyOf(await admin.post('/issue', draft()))).toBe('HELP-10');
  });

  it.each([
    ['no project', draft({ project: undefined }), 'project'],
    ['a type of another project', draft({ issuetype: { id: '10006' } }), 'issuetype'],
    ['no summary', draft({ summary: undefined }), 'summary'],
    ['a summary in two lines', draft({ summary: 'a\nb' }), 'summary'],
    ['a summary of more than 255 characters', draft({ summary: 'x'.repeat(256) }), 'summary'],
    ['plain text for a description', draft({ description: 'All day' }), 'description'],
    ['a reporter who does not exist', draft({ reporter: { accountId: 'nobody' } }), 'reporter'],
    ['a label with a space', draft({ labels: ['a b'] }), 'labels'],
    ['a field that is on no screen', draft({ customfield_10001: 1 }), 'customfield_10001'],
    ['a field with a name that every object knows', draft({ constructor: 1 }), 'constructor'],
  ])('is not created with %s', async (_, body, field) => {
    const { jira, changes } = newJira();
    const answer = await asUser(jira, 'agent').post('/issue', body);
    expect(answer).toMatchObject({ status: 400, body: { errorMessages: [] } });
    expect(Object.keys((answer.body as { errors: object }).errors)).toEqual([field]);
    expect(changes()).toBe(0);
  });

  it('is created by those who may only', async () => {
    const { jira } = newJira();
    expect(await asUser(jira, 'member').post('/issue', draft())).toMatchObject({ status: 400 });
    expect(await asUser(jira, 'outsider').post('/issue', draft())).toMatchObject({
      body: { errors: { project: 'Specify a valid project ID or key' } },
    });
  });

  it('is edited, all fields or none', async () => {
    const { jira } = newJira();
    const agent = asUser(jira, 'agent');
    const assignee = { accountId: jira.accountId('agent2') };
    expect(
      await agent.put('/issue/HELP-1', {
        fields: { assignee },
        update: { summary: [{ set: 'Locked out' }] },
        properties: [{ key: 'ours', value: true }],
      }),
    ).toEqual({ status: 204, body: undefined });
    expect(await agent.get('/issue/HELP-1')).toMatchObject({
      body: { fields: { summary: 'Locked out', assignee: { displayName: 'Robin Agent' } } },
    });
    const refused = await agent.put('/issue/HELP-1', { fields: { summary: 'Changed', rank: 1 } });
    expect(refused).toMatchObject({ status: 400, body: { errors: { rank: expect.any(String) as string } } });
    const edited = await agent.put('/issue/HELP-1?returnIssue=true', { fields: { assignee: null } });
    expect(edited).toMatchObject({
      status: 200,
      body: { fields: { summary: 'Locked out', assignee: null } },
    });
  });

  it('keeps a comment and a property that are written at the same time', async () => {
    const { jira } = newJira();
    const agent = asUser(jira, 'agent');
    const comment = `/issue/HELP-1/comment/${idOf(await agent.post('/issue/HELP-1/comment', note('first')))}`;
    const writing = [
      slowPut(jira, comment, note('second')),
      slowPut(jira, '/issue/HELP-1/properties/ours', 1),
    ];
    await agent.put('/issue/HELP-1', { fields: { summary: 'Changed' } });
    for (const { finish } of writing) expect((await finish()).ok).toBe(true);
    expect(await agent.get(comment)).toMatchObject({ body: { body: paragraph('second') } });
    expect(await agent.get('/issue/HELP-1/properties/ours')).toMatchObject({ body: { value: 1 } });
  });

  it('is edited by those who may only', async () => {
    const { jira } = newJira();
    const edit = { fields: { summary: 'Mine' } };
    expect(await asUser(jira, 'member').put('/issue/HELP-1', edit)).toMatchObject({ status: 400 });
    expect(await asUser(jira, 'outsider').put('/issue/HELP-1', edit)).toMatchObject({ status: 404 });
  });
});

describe('an issue that was moved', () => {
  it('has a new key, is still found by the old one, and keeps its comments', async () => {
    const { jira } = newJira();
    const agent = asUser(jira, 'agent');
    await agent.post('/issue/HELP-2/comment', note('before'));
    const { status, body } = await agent.post('/bulk/issues/move', move(['HELP-2', 'HELP-99']));
    expect(status).toBe(201);
    const { taskId } = body as { taskId: string };
    expect(await agent.get(`/bulk/queue/${taskId}`)).toMatchObject({
      body: {
        status: 'COMPLETE',
        progressPercent: 100,
        processedAccessibleIssues: [10_102],
        invalidOrInaccessibleIssueCount: 1,
      },
    });
    expect(await agent.get('/issue/HELP-2')).toMatchObject({
      body: { id: '10102', key: 'FACIL-3', fields: { project: { key: 'FACIL' }, comment: { total: 1 } } },
    });
    expect(jira.issue('HELP-2')).toMatchObject({ key: 'FACIL-3', projectKey: 'FACIL', typeId: '10006' });
    expect((await agent.post('/search/jql', { jql: 'key = HELP-2', fields: ['key'] })).body).toMatchObject({
      issues: [{ key: 'FACIL-3' }],
    });
  });

  it('keeps its status where the other project has it', async () => {
    const { jira } = newJira();
    const admin = asUser(jira, 'admin');
    await admin.post('/issue/HELP-1/transitions', { transition: { id: '21' } });
    await admin.post('/bulk/issues/move', move(['HELP-1']));
    expect(jira.state().issues[0]).toMatchObject({ key: 'FACIL-3', status: { name: 'Escalated' } });
    await admin.post('/bulk/issues/move', move(['HELP-1'], 'DEV,10007'));
    expect(jira.state().issues[0]).toMatchObject({ key: 'DEV-3', status: { name: 'To Do' } });
  });

  it('is seen by those who see the other project', async () => {
    const { jira } = newJira();
    await asApp(jira).post('/bulk/issues/move', move(['HELP-1'], 'DEV,10007'));
    expect(await asUser(jira, 'outsider').get('/issue/HELP-1')).toMatchObject({ body: { key: 'DEV-3' } });
    expect(await asUser(jira, 'agent2').get('/issue/HELP-1')).toMatchObject({ status: 404 });
  });

  it('was moved by somebody who may', async () => {
    const { jira } = newJira();
    expect(await asUser(jira, 'member').post('/bulk/issues/move', move(['HELP-1']))).toMatchObject({
      status: 403,
    });
    expect(await asUser(jira, 'agent').post('/bulk/issues/move', move(['HELP-1'], 'FACIL,1'))).toMatchObject({
      status: 400,
    });
    expect(jira.issue('HELP-1')).toMatchObject({ key: 'HELP-1' });
  });
});

describe('many issues', () => {
  it('are fetched at once, with those named that are not there', async () => {
    const agent = asUser(newJira().jira, 'agent');
    const body = { issueIdsOrKeys: ['HELP-1', '10102', 'HELP-99'], fields: ['summary'] };
    expect(await agent.post('/issue/bulkfetch', body)).toMatchObject({
      body: { issues: [{ key: 'HELP-1' }, { key: 'HELP-2' }], issueErrors: [{ id: 'HELP-99' }] },
    });
  });

  it('are fetched in the order of their ids, each once, by default without comments', async () => {
    const agent = asUser(newJira().jira, 'agent');
    const body = { issueIdsOrKeys: ['HELP-3', 'HELP-1', '10101'], fields: ['-description'] };
    const answer = await agent.post('/issue/bulkfetch', body);
    const { issues } = answer.body as { issues: { key: string; fields: object }[] };
    expect(issues.map(({ key }) => key)).toEqual(['HELP-1', 'HELP-3']);
    expect(issues[0]?.fields).toHaveProperty('summary');
    expect(issues[0]?.fields).not.toHaveProperty('comment');
    expect(issues[0]?.fields).not.toHaveProperty('description');
  });

  it('are matched against queries', async () => {
    const agent = asUser(newJira().jira, 'agent');
    const body = { jqls: ['key = HELP-1', 'rank = 1'], issueIds: [10_101, 10_102, 1] };
    expect(await agent.post('/jql/match', body)).toMatchObject({
      body: {
        matches: [
          { matchedIssues: [10_101], errors: [] },
          { matchedIssues: [], errors: [expect.stringContaining('rank') as string] },
        ],
      },
    });
  });

  it('are ordered by one field after another', async () => {
    const { jira } = newJira();
    const agent = asUser(jira, 'agent');
    await agent.post('/issue/HELP-2/transitions', { transition: { id: '21' } });
    const jql = 'key in (HELP-1, HELP-2, HELP-3) order by status, key desc';
    const { body } = await agent.post('/search/jql', { jql, fields: ['key'] });
    expect((body as { issues: { key: string }[] }).issues.map(({ key }) => key)).toEqual([
      'HELP-2',
      'HELP-3',
      'HELP-1',
    ]);
  });
});
