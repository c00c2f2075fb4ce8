import { desk, useFreshDesk } from './fresh-desk';

useFreshDesk();

const DAY_MS = 24 * 60 * 60_000;

async function tells(eventType: string, interviewId: string): Promise<void> {
  const body = { eventType, interviewId, loginHint: 'ada.lovelace@example.com' };
  expect((await desk.webhook(JSON.stringify(body))).status).toBe(200);
  await desk.settles();
}

/** Gives HELP a workflow with these transitions, all of them from where a request begins. */
async function hasTransitions(...transitions: object[]): Promise<void> {
  const from = ['Waiting for support'];
  const workflow = { project: 'HELP', transitions: transitions.map((each) => ({ from, ...each })) };
  const put = new Request(`${desk.site.url}/site/workflow`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(workflow),
  });
  expect((await desk.site.fetch(put)).ok).toBe(true);
}

function commentText(): string {
  return JSON.stringify(desk.issue('HELP-1').comments.at(-1)?.body);
}

describe('the comment of a pass', () => {
  test('has the administrator’s words', async () => {
    await desk.usesProduction();
    await tells('SESSION_SUCCEEDED', await desk.sendsLink());
    expect(commentText()).toContain('you may proceed');
  });

  test('says of a demo pass that it gives no access, and not the administrator’s words', async () => {
    await tells('SESSION_SUCCEEDED', await desk.sendsLink());
    expect(commentText()).toContain('Do not use it to give access.');
    expect(commentText()).not.toContain('you may proceed');
  });

  test('says of a review that ended well three days later that it is too old', async () => {
    await desk.usesProduction();
    const session = await desk.sendsLink();
    await tells('SESSION_PENDING_REVIEW', session);
    await desk.site.clock.advance(3 * DAY_MS);
    await tells('SESSION_SUCCEEDED', session);
    expect(commentText()).toContain('too old to rely on');
    expect(commentText()).not.toContain('you may proceed');
    expect(desk.issue('HELP-1').status.name).toBe('Pending');
  });

  test('names the address before the name, which people can change', async () => {
    await tells('SESSION_SUCCEEDED', await desk.sendsLink());
    expect(commentText()).toContain('"ada.lovelace@example.com (Ada Lovelace)"');
  });

  test('says where Jira hides the reporter’s address that nobody could compare it', async () => {
    // The reporter of this request hides the address.
    const session = await desk.sendsLink('HELP-4');
    await tells('SESSION_SUCCEEDED', session);
    const [comment] = desk.issue('HELP-4').comments;
    expect(JSON.stringify(comment?.body)).toContain('could not be compared');
  });
});

describe('a pass that is mapped to In Progress', () => {
  test('does not make a transition of that name that leads elsewhere', async () => {
    await hasTransitions({ id: '1', name: 'In Progress', to: 'Resolved' });
    await tells('SESSION_SUCCEEDED', await desk.sendsLink());
    expect(desk.issue('HELP-1').status.name).toBe('Waiting for support');
    expect(desk.issue('HELP-1').comments).toHaveLength(1);
  });

  test('takes the transition that asks for nothing, where another one asks for a field', async () => {
    await hasTransitions(
      { id: '1', name: 'Begin with a resolution', to: 'In Progress', requires: 'resolution' },
      { id: '2', name: 'Begin', to: 'In Progress' },
    );
    await tells('SESSION_SUCCEEDED', await desk.sendsLink());
    expect(desk.issue('HELP-1').status.name).toBe('In Progress');
  });
});

test('an answer of Jira’s that nobody can read is logged, and the request is brought in line later', async () => {
  desk.site.faults.add({ target: 'jira', match: 'transitions.fields', garble: true, times: 1 });
  const session = await desk.sendsLink();
  await desk.webhook(JSON.stringify({ eventType: 'SESSION_SUCCEEDED', interviewId: session }));
  const logged = () => desk.site.journal.app.filter(({ text }) => text.includes('ticket-updates failed'));
  await desk.waitFor(() => logged().length > 0);
  expect(logged()[0]?.text).toContain('jira-unreachable');
  await desk.site.clock.advance(5 * 60_000);
  await desk.settles();
  expect(desk.issue('HELP-1').status.name).toBe('In Progress');
});

test('a change of the same request that came in between is no refusal', async () => {
  desk.site.faults.add({ target: 'jira', match: '/transitions', status: 409, times: 1 });
  await tells('SESSION_SUCCEEDED', await desk.sendsLink());
  await desk.site.clock.advance(60_000);
  await desk.settles();
  expect(desk.issue('HELP-1').status.name).toBe('In Progress');
});

test.each([0, 1, 2, 3, 4, 5])(
  'an answer of storage’s without a value is no missing record (after %d others)',
  async (others) => {
    const read = { target: 'kvs', match: '/entity/get' } as const;
    const session = await desk.sendsLink();
    if (others > 0) desk.site.faults.add({ ...read, delay: 1, times: others });
    desk.site.faults.add({ ...read, garble: true, times: 1 });
    const tell = () => desk.webhook(JSON.stringify({ eventType: 'SESSION_SUCCEEDED', interviewId: session }));
    const { status } = await tell();
    if (status !== 200) await tell();
    await desk.settles();
    await desk.site.clock.advance(5 * 60_000);
    await desk.settles();
    expect(desk.issue('HELP-1').status.name).toBe('In Progress');
    expect(desk.issue('HELP-1').comments).toHaveLength(1);
  },
);
