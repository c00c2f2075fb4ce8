import { asApp, asUser, newJira, note, paragraph, type Answer } from './jira-calls';

const TRANSITIONS = '/issue/HELP-1/transitions';

function names({ body }: Answer): string[] {
  return (body as { transitions: { name: string; to: { name: string } }[] }).transitions.map(
    ({ name, to }) => `${name} → ${to.name}`,
  );
}

describe('transitions', () => {
  it('are those possible from the current status, some named otherwise than where they lead', async () => {
    const { jira } = newJira();
    const agent = asUser(jira, 'agent');
    expect(names(await agent.get(TRANSITIONS))).toEqual([
      'In Progress → In Progress',
      'Escalate → Escalated',
      'Pending → Pending',
      'Respond to customer → Waiting for customer',
      'Resolve this request → Resolved',
    ]);
    await agent.post(TRANSITIONS, { transition: { id: '31' } });
    expect(names(await agent.get(TRANSITIONS))).toEqual([
      'In Progress → In Progress',
      'Escalate → Escalated',
      'Respond to support → Waiting for support',
    ]);
  });

  it('move the issue', async () => {
    const { jira, changes } = newJira();
    const answer = await asApp(jira).post(TRANSITIONS, { transition: { id: '21' } });
    expect(answer).toEqual({ status: 204, body: undefined });
    expect(jira.state().issues[0]?.status).toEqual({ id: '10003', name: 'Escalated' });
    expect(changes()).toBe(1);
  });

  it('are refused when they are not possible from the current status', async () => {
    const { jira } = newJira();
    expect(await asUser(jira, 'agent').post(TRANSITIONS, { transition: { id: '71' } })).toEqual({
      status: 400,
      body: { errorMessages: ["Transition id '71' is not valid for this issue."], errors: {} },
    });
    expect(await asUser(jira, 'agent').post(TRANSITIONS, {})).toMatchObject({
      status: 400,
      body: { errorMessages: ["Missing 'transition' identifier"] },
    });
  });

  it('are none without the permission', async () => {
    const { jira } = newJira();
    expect(names(await asUser(jira, 'member').get(TRANSITIONS))).toEqual([]);
    expect(await asUser(jira, 'member').post(TRANSITIONS, { transition: { id: '11' } })).toMatchObject({
      status: 400,
    });
  });

  it('can ask for a field', async () => {
    const { jira } = newJira();
    const agent = asUser(jira, 'agent');
    const listed = await agent.get(`${TRANSITIONS}?expand=transitions.fields&transitionId=61`);
    expect(listed.body).toMatchObject({
      transitions: [
        {
          id: '61',
          hasScreen: true,
          fields: { resolution: { required: true, schema: { type: 'resolution' } } },
        },
      ],
    });
    expect(await agent.post(TRANSITIONS, { transition: { id: '61' } })).toEqual({
      status: 400,
      body: { errorMessages: [], errors: { resolution: 'Resolution is required.' } },
    });
    const fields = { resolution: { name: 'Done' } };
    expect(await agent.post(TRANSITIONS, { transition: { id: '61' }, fields })).toMatchObject({
      status: 204,
    });
    expect(jira.state().issues[0]).toMatchObject({ status: { name: 'Resolved' }, resolution: 'Done' });
    await agent.post(TRANSITIONS, { transition: { id: '71' } });
    expect(jira.state().issues[0]).toMatchObject({
      status: { name: 'Waiting for support' },
      resolution: null,
    });
  });

  it.each([
    ['a field without a screen', '11', { resolution: { name: 'Done' } }],
    ['a field that the screen does not have', '61', { resolution: { name: 'Done' }, summary: 'x' }],
    ['a resolution that does not exist', '61', { resolution: { name: 'Forgotten' } }],
  ])('refuse %s', async (_, id, fields) => {
    const { jira, changes } = newJira();
    const answer = await asUser(jira, 'agent').post(TRANSITIONS, { transition: { id }, fields });
    expect(answer.status).toBe(400);
    expect(changes()).toBe(0);
  });

  it('are found by an id that is a number, too', async () => {
    const { jira, undescribed } = newJira();
    const request = new Request(`http://site.test/rest/api/3${TRANSITIONS}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ transition: { id: 21 } }),
    });
    const { status } = await undescribed.fetch(request, { actor: { kind: 'user', user: 'agent' } });
    expect(status).toBe(204);
    expect(jira.state().issues[0]?.status).toMatchObject({ name: 'Escalated' });
  });

  it('bring a comment along', async () => {
    const { jira } = newJira();
    const comment = [{ add: note('Handed over') }, { add: { body: paragraph('We are on it') } }];
    const move = { transition: { id: '21' }, update: { comment } };
    expect(await asUser(jira, 'agent').post(TRANSITIONS, move)).toMatchObject({ status: 204 });
    expect(await asUser(jira, 'agent').get('/issue/HELP-1/comment')).toMatchObject({
      body: {
        comments: [
          { body: paragraph('Handed over'), jsdPublic: false },
          { body: paragraph('We are on it'), jsdPublic: true },
        ],
      },
    });
  });

  it.each([
    ['the transition is not possible', '71', [{ add: note('x') }]],
    ['a field is missing', '61', [{ add: note('x') }]],
    ['the comment is empty', '21', [{ add: note('x') }, { add: { body: '' } }]],
    ['the comment is none', '21', [{ add: 'x' }]],
    ['it is to be edited', '21', [{ edit: note('x') }]],
  ])('change and add nothing where %s', async (_, id, comment) => {
    const { jira, changes } = newJira();
    const move = { transition: { id }, update: { comment } };
    expect(await asUser(jira, 'agent').post(TRANSITIONS, move)).toMatchObject({ status: 400 });
    expect(changes()).toBe(0);
  });
});
