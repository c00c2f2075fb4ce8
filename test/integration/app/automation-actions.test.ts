import { desk, useFreshDesk } from './fresh-desk';

// What a rule of Automation gets of the two actions, by the local site's `POST /site/action`.

useFreshDesk();

interface Answer {
  outputs?: Record<string, unknown>;
  errors?: { message: string }[];
}

interface How {
  as?: string;
  /** Which issue the rule runs for. */
  issue?: string;
}

async function run(action: string, issueKey = 'HELP-1', { as = 'agent', issue }: How = {}) {
  return (await desk.post(`/site/action/${action}`, {
    as,
    inputs: { issueKey },
    ...(issue && { issue }),
  })) as Answer;
}

const send = (issueKey?: string, how?: How) => run('send-verification-link', issueKey, how);
const look = (issueKey?: string, how?: How) => run('get-identity-verification', issueKey, how);
const refusal = ({ errors }: Answer) => errors?.map(({ message }) => message).join();
const switches = (some: object) => desk.post('/site/switches', some);
const sessions = () => desk.state().incode.sessions;

describe('Send verification link', () => {
  test('sends it to the reporter, by e-mail to the corporate address', async () => {
    const { outputs } = await send();
    expect(outputs).toEqual({ sessionId: sessions().at(-1)?.interviewId, state: 'Link sent (demo)' });
    expect(desk.state().incode.messages).toMatchObject([
      { channel: 'email', to: 'ada.lovelace@example.com' },
    ]);
  });

  test('two runs at once send one link, and both get its session', async () => {
    const runs = await Promise.all([send(), send('HELP-1', { as: 'agent2' })]);
    expect(sessions()).toHaveLength(1);
    const { interviewId: sessionId } = sessions()[0] ?? {};
    expect(runs.map(({ outputs }) => outputs?.['sessionId'])).toEqual([sessionId, sessionId]);
  });

  test.each(['a rule', 'an agent'])('never replaces a live link, of %s', async (whose) => {
    if (whose === 'a rule') await send();
    else await desk.sendsLink('HELP-1', { email: 'grace.hopper@example.com' });
    expect(refusal(await send())).toBe('This request already has an active link. It expires in 10 min.');
    expect(sessions()).toHaveLength(1);
  });

  test('sends again once the link is over', async () => {
    await send();
    await desk.completes('fail');
    await desk.settles();
    expect(await send()).toHaveProperty('outputs');
  });

  test('is refused as the panel would refuse it', async () => {
    await desk.sendsLink('HELP-2');
    const elsewhere = 'This employee already has an active link from another request.';
    expect(refusal(await send())).toBe(`${elsewhere} It expires in 10 min.`);
    expect(refusal(await send('HELP-4'))).toContain('Jira doesn’t show the reporter’s email address');
    expect(refusal(await send('HELP-6'))).toContain('Incode doesn’t know this employee');
  });

  test('has a daily limit of its own', async () => {
    await desk.saves({ limits: { ...(await desk.opensSettings()).limits, byAutomation: 1 } });
    await send();
    expect(refusal(await send('HELP-3'))).toContain(
      'Automation has reached the limit of links in 24 hours: 1.',
    );
    await desk.sendsLink('HELP-3', { email: 'grace.hopper@example.com' });
    await desk.site.advance(24 * 60 * 60_000);
    expect(await send('HELP-1')).toHaveProperty('outputs');
  });
});

describe('Get identity verification', () => {
  test('says that there is none', async () => {
    expect(await look()).toEqual({
      outputs: { state: 'Not verified', suffices: false, minutes: null, sessionId: null },
    });
  });

  test('says what the field says, and what the strict validator would', async () => {
    const { outputs } = await send();
    await desk.completes('pass');
    await desk.settles();
    await desk.site.advance(59 * 60_000 + 30_000);
    const pass = { sessionId: outputs?.['sessionId'], state: 'Passed (demo)', minutes: 59 };
    expect(await look()).toEqual({ outputs: { ...pass, suffices: true } });
    await desk.site.advance(60_000);
    expect(await look()).toEqual({ outputs: { ...pass, minutes: 60, suffices: false } });
  });

  test.each([
    [{ target: 'jira', match: 'status,reporter', status: 503 }, 'Jira can’t be reached.'],
    [{ target: 'jira', match: 'mypermissions', status: 503 }, 'Jira can’t be reached.'],
    [{ target: 'kvs', match: '/entity/get', status: 503 }, 'Forge’s storage can’t be reached.'],
  ] as const)('what cannot be read is no answer: %j', async (fault, sentence) => {
    desk.site.faults.add(fault);
    expect(refusal(await look())).toContain(sentence);
  });
});

describe.each([
  ['Send verification link', send],
  ['Get identity verification', look],
])('%s', (_, action) => {
  test.each(['outsider', 'customer'])('does not find the request for %s', async (as) => {
    expect(refusal(await action('HELP-1', { as }))).toContain('can’t be found');
    expect(sessions()).toEqual([]);
  });

  test('takes nobody who is no agent', async () => {
    expect(refusal(await action('HELP-1', { as: 'member' }))).toContain('needs to be an agent');
    expect(sessions()).toEqual([]);
  });

  test.each(['', '10001', 'HELP-1/comment'])('wants a key: %j', async (key) => {
    expect(refusal(await action(key))).toMatch(/issueKey (must be the key of one request|is required)/);
  });

  test('takes its inputs in either form', async () => {
    await switches({ actionInputsAreNested: true });
    expect(await action()).toHaveProperty('outputs');
  });

  test('acts on no other issue than the rule’s, where it is told that', async () => {
    expect(await action('HELP-1', { issue: 'HELP-2' })).toHaveProperty('outputs');
    await switches({ actionsAreToldTheIssue: true });
    expect(await action('HELP-3', { issue: 'HELP-3' })).toHaveProperty('outputs');
    expect(refusal(await action('HELP-1', { issue: 'HELP-2' }))).toContain('runs for another issue');
  });
});
