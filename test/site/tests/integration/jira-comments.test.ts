import { asApp, asUser, idOf, newJira, note, paragraph } from './jira-calls';

const COMMENTS = '/issue/HELP-1/comment';

describe('a comment', () => {
  it('is added with its author, and the state of the site shows it', async () => {
    const { jira, changes } = newJira();
    const answer = await asUser(jira, 'agent').post(COMMENTS, { body: paragraph('Hello') });
    expect(answer).toMatchObject({
      status: 201,
      body: { body: paragraph('Hello'), author: { displayName: 'Avery Agent' }, jsdPublic: true },
    });
    expect(answer.body).toMatchObject({
      created: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/) as string,
    });
    expect(jira.state().issues[0]?.comments).toMatchObject([
      { author: { displayName: 'Avery Agent' }, body: paragraph('Hello'), internal: false },
    ]);
    expect(changes()).toBe(1);
  });

  it('is an internal note with the property of service projects', async () => {
    const { jira } = newJira();
    const answer = await asUser(jira, 'agent').post(COMMENTS, note('Only for us'));
    expect(answer.body).toMatchObject({ jsdPublic: false });
    expect(jira.state().issues[0]?.comments).toMatchObject([{ internal: true }]);
  });

  it("bears the app's own account when an app writes it", async () => {
    const { jira } = newJira();
    const { body } = await asApp(jira).post(COMMENTS, note('From an app'));
    expect(body).toMatchObject({ author: { accountType: 'app', displayName: 'Some App' } });
    const { author } = body as { author: { accountId: string } };
    const found = await asUser(jira, 'agent').get(`/user?accountId=${encodeURIComponent(author.accountId)}`);
    expect(found.body).toMatchObject({ displayName: 'Some App' });
  });

  it('needs the permission to comment', async () => {
    const { jira, changes } = newJira();
    expect(await asUser(jira, 'member').post('/issue/FACIL-1/comment', note('no'))).toEqual({
      status: 400,
      body: {
        errorMessages: [],
        errors: { comment: 'You do not have the permission to comment on this issue.' },
      },
    });
    expect(changes()).toBe(0);
  });

  it.each([
    ['no body', {}, { comment: 'Comment body can not be empty!' }],
    ['plain text', { body: 'Hello' }, { comment: 'Comment body is not valid!' }],
    [
      'an empty document',
      { body: { ...paragraph(''), content: [] } },
      { comment: 'Comment body can not be empty!' },
    ],
    [
      'more than 32,767 characters',
      { body: paragraph('x'.repeat(32_768)) },
      { comment: 'The entered text is too long. It exceeds the allowed limit of 32,767 characters.' },
    ],
  ])('is refused with %s', async (_, draft, errors) => {
    const answer = await asUser(newJira().jira, 'agent').post(COMMENTS, draft);
    expect(answer).toEqual({ status: 400, body: { errorMessages: [], errors } });
  });

  it('is refused when its document is not in the format', async () => {
    const body = { type: 'doc', version: 1, content: [{ type: 'text', text: 'Not in a paragraph' }] };
    const answer = await asUser(newJira().jira, 'agent').post(COMMENTS, { body });
    expect(answer).toEqual({ status: 400, body: { errorMessages: ['INVALID_INPUT'], errors: {} } });
  });

  it('is refused when the request does not say that it is JSON', async () => {
    const { jira } = newJira();
    const request = new Request(`http://site.test/rest/api/3${COMMENTS}`, {
      method: 'POST',
      body: JSON.stringify(note('x')),
    });
    const response = await jira.rest.fetch(request, { actor: { kind: 'user', user: 'agent' } });
    expect(response.status).toBe(415);
  });

  it('can be changed and deleted by its author, not by a colleague', async () => {
    const { jira } = newJira();
    const [agent, colleague] = [asUser(jira, 'agent'), asUser(jira, 'agent2')];
    const path = `${COMMENTS}/${idOf(await agent.post(COMMENTS, note('First')))}`;
    expect(await colleague.put(path, { body: paragraph('Mine') })).toMatchObject({ status: 400 });
    expect(await colleague.delete(path)).toMatchObject({ status: 400 });
    expect(await agent.put(path, { body: paragraph('Second') })).toMatchObject({
      status: 200,
      body: { body: paragraph('Second'), jsdPublic: false },
    });
    expect(await agent.delete(path)).toEqual({ status: 204, body: undefined });
    expect(await agent.get(path)).toMatchObject({ status: 404 });
  });

  it('is found on its own issue only', async () => {
    const { jira } = newJira();
    const id = idOf(await asUser(jira, 'agent').post(COMMENTS, note('x')));
    expect(await asUser(jira, 'agent').get(`/issue/HELP-2/comment/${id}`)).toMatchObject({ status: 404 });
  });
});

describe('the comments of an issue', () => {
  async function threeComments() {
    const { jira } = newJira();
    const agent = asUser(jira, 'agent');
    const ids: string[] = [];
    for (const text of ['one', 'two', 'three']) ids.push(idOf(await agent.post(COMMENTS, note(text))));
    return { agent, ids };
  }

  it('come oldest first, or newest first when asked, in pages', async () => {
    const { agent, ids } = await threeComments();
    expect(await agent.get(`${COMMENTS}?startAt=1&maxResults=1`)).toMatchObject({
      body: { startAt: 1, maxResults: 1, total: 3, comments: [{ id: ids[1] }] },
    });
    expect(await agent.get(`${COMMENTS}?orderBy=-created`)).toMatchObject({
      body: { comments: [{ id: ids[2] }, { id: ids[1] }, { id: ids[0] }] },
    });
    expect(await agent.get(`${COMMENTS}?orderBy=author`)).toMatchObject({ status: 400 });
  });

  it('come without their properties; the list by ids has them when asked', async () => {
    const { agent, ids } = await threeComments();
    const listed = await agent.get(COMMENTS);
    expect(JSON.stringify(listed.body)).not.toContain('sd.public.comment');
    expect(await agent.post('/comment/list?expand=properties', { ids: [Number(ids[0]), 1] })).toMatchObject({
      status: 200,
      body: {
        total: 1,
        isLast: true,
        values: [{ id: ids[0], properties: [{ key: 'sd.public.comment', value: { internal: true } }] }],
      },
    });
    expect(await agent.post('/comment/list', { ids: [] })).toMatchObject({ status: 400 });
  });
});

describe('properties', () => {
  it.each([
    ['an issue', () => Promise.resolve('/issue/HELP-1/properties')],
    [
      'a comment',
      async (agent: ReturnType<typeof asUser>) =>
        `/comment/${idOf(await agent.post(COMMENTS, { body: paragraph('x') }))}/properties`,
    ],
  ])('of %s are set, read, listed and deleted', async (_, pathFor) => {
    const agent = asUser(newJira().jira, 'agent');
    const path = await pathFor(agent);
    const value = { session: 'abc', step: 2 };
    expect(await agent.put(`${path}/our.key`, value)).toMatchObject({ status: 201 });
    expect(await agent.put(`${path}/our.key`, value)).toMatchObject({ status: 200 });
    expect(await agent.get(`${path}/our.key`)).toEqual({ status: 200, body: { key: 'our.key', value } });
    expect(await agent.get(path)).toMatchObject({ body: { keys: [{ key: 'our.key' }] } });
    expect(await agent.delete(`${path}/our.key`)).toMatchObject({ status: 204 });
    expect(await agent.get(`${path}/our.key`)).toMatchObject({ status: 404 });
    expect(await agent.put(`${path}/constructor`, value)).toMatchObject({ status: 201 });
  });

  it('have limits, and are not for everybody to set', async () => {
    const { jira } = newJira();
    const path = '/issue/HELP-1/properties';
    expect(await asUser(jira, 'agent').put(`${path}/big`, 'x'.repeat(32_767))).toMatchObject({ status: 400 });
    expect(await asUser(jira, 'agent').put(`${path}/${'k'.repeat(256)}`, 1)).toMatchObject({ status: 400 });
    expect(await asUser(jira, 'member').put(`${path}/ours`, 1)).toMatchObject({ status: 403 });
    expect(await asUser(jira, 'agent').put(`${path}/ours`, 1)).toMatchObject({ status: 201 });
    expect(await asUser(jira, 'member').delete(`${path}/ours`)).toMatchObject({ status: 404 });
    expect(await asUser(jira, 'agent').get(`${path}/ours`)).toMatchObject({ body: { value: 1 } });
  });
});
