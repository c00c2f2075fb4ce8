import { HelpDesk } from './help-desk';

let desk: HelpDesk;
beforeAll(async () => {
  desk = await HelpDesk.open();
}, 60_000);
beforeEach(async () => {
  desk.site.faults.clear();
  await desk.reset();
  await putsValidatorsOnTransitions();
});
afterAll(() => desk.close());

const REQUEST_TYPE = 'customfield_10010';
const HELP = '10000';
const MINUTE_MS = 60_000;

const everyStatus = [
  'Waiting for support',
  'In Progress',
  'Escalated',
  'Pending',
  'Waiting for customer',
  'Resolved',
];
const free = (id: string, to: string) => ({ id, name: to, from: everyStatus, to });

/** Two ways to close a request, one for each validator, and those that the app itself takes. */
async function putsValidatorsOnTransitions(): Promise<void> {
  const transitions = [
    free('11', 'In Progress'),
    free('21', 'Escalated'),
    { ...free('61', 'Resolved'), name: 'Close', validators: ['identity-verified'] },
    { ...free('62', 'Resolved'), name: 'Close by rule', validators: ['identity-verified-by-rule'] },
  ];
  const answer = await asks('PUT', '/site/workflow', { project: 'HELP', transitions });
  expect(answer.status).toBe(204);
}

async function asks(method: string, path: string, body: unknown, as = 'agent') {
  const init = {
    method,
    headers: { 'content-type': 'application/json', authorization: `Basic ${btoa(`${as}:${as}`)}` },
    body: JSON.stringify(body),
  };
  const answer = await desk.site.fetch(new Request(desk.site.url + path, init));
  return { status: answer.status, text: await answer.text() };
}

const edits = (fields: object) => asks('PUT', '/rest/api/3/issue/HELP-1', { fields });

interface Rule {
  name: string;
  projectId: string;
  requestTypes: { id: string; name: string }[] | null;
  passCountsMinutes: number;
  about: string;
}

const resets: Rule = {
  name: 'Password resets',
  projectId: HELP,
  requestTypes: [{ id: '11', name: 'Password reset' }],
  passCountsMinutes: 60,
  about: 'reporter',
};

const savesRule = (changes: Partial<Rule> = {}) => desk.saves({ rules: { 1: { ...resets, ...changes } } });

const OPEN = 'open';
const NEEDED =
  'Identity verification is needed first. Open the panel Incode Identity Verification on this request.';
const BY_RULE = `Password resets: ${NEEDED}`;
const UNREADABLE = 'Identity verification couldn’t be checked just now. Try again in a minute.';

/** What each validator says when an agent makes its transition of HELP-1. */
async function gates(fields: object = {}): Promise<{ strict: string; byRule: string }> {
  const tries = async (id: string) => {
    const body = { transition: { id }, fields };
    const { status, text } = await asks('POST', '/rest/api/3/issue/HELP-1/transitions', body);
    if (status === 204) {
      await asks('POST', '/rest/api/3/issue/HELP-1/transitions', { transition: { id: '11' } });
      return OPEN;
    }
    return (JSON.parse(text) as { errorMessages: string[] }).errorMessages.join(' ');
  };
  return { strict: await tries('61'), byRule: await tries('62') };
}

const bothSay = (sentence: string) => ({ strict: sentence, byRule: sentence });

async function passes(form: object = {}): Promise<void> {
  await desk.sendsLink('HELP-1', form);
  await desk.completes('pass');
  await desk.settles();
}

describe('without a rule', () => {
  test('one validator asks for a pass about the reporter, as old as the settings let it be; the other lets through', async () => {
    expect(await gates()).toEqual({ strict: NEEDED, byRule: OPEN });
    await passes();
    expect(await gates()).toEqual(bothSay(OPEN));
    await desk.site.clock.advance(61 * MINUTE_MS);
    expect(await gates()).toEqual({ strict: NEEDED, byRule: OPEN });
  });

  test('a refused transition leaves the status, and names neither a person nor a result', async () => {
    await desk.sendsLink();
    await desk.completes('fail');
    await desk.settles();
    expect((await gates()).strict).toBe(NEEDED);
    expect(desk.issue('HELP-1').status.name).toBe('In Progress');
  });
});

describe('with a rule for the request', () => {
  beforeEach(() => savesRule());

  test('both validators ask for what it asks for, and name it', async () => {
    expect(await gates()).toEqual(bothSay(BY_RULE));
    await passes();
    expect(await gates()).toEqual(bothSay(OPEN));
  });

  const outcomes: [string, () => Promise<unknown>][] = [
    ['a link that waits', () => desk.sendsLink()],
    ['a check that failed', () => passesNot('fail')],
    ['a check that is reviewed', () => passesNot('review')],
    ['a pass that a newer link replaced', async () => passes().then(() => desk.sendsLink())],
    ['a pass of somebody else', () => passes({ email: 'grace.hopper@example.com' })],
    ['a pass that is contradicted', () => passes().then(contradicts)],
  ];

  async function passesNot(outcome: 'fail' | 'review'): Promise<void> {
    await desk.sendsLink();
    await desk.completes(outcome);
    await desk.settles();
  }

  async function contradicts(): Promise<void> {
    const interviewId = desk.state().incode.sessions.at(-1)?.interviewId;
    const body = { interviewId, eventType: 'SESSION_FAILED' };
    await desk.webhook(JSON.stringify(body), { ...desk.secretHeader(), 'content-type': 'application/json' });
    await desk.settles();
  }

  test.each(outcomes)('%s is not enough', async (_, arrange) => {
    await arrange();
    expect(await gates()).toEqual(bothSay(BY_RULE));
  });

  test('a pass counts to the second', async () => {
    await savesRule({ passCountsMinutes: 5 });
    await passes();
    await desk.site.clock.advance(4.5 * MINUTE_MS);
    expect(await gates()).toEqual(bothSay(OPEN));
    await desk.site.clock.advance(0.5 * MINUTE_MS);
    expect(await gates()).toEqual(bothSay(BY_RULE));
  });

  test('a demo pass counts only where demo results move tickets', async () => {
    await passes();
    expect(await gates()).toEqual(bothSay(OPEN));
    await desk.saves({ doDemoResultsMoveTickets: false });
    expect(await gates()).toEqual(bothSay(BY_RULE));
  });

  test('another reporter than at the time of the link is not enough', async () => {
    await passes();
    const { text } = await asks('GET', '/rest/api/3/issue/HELP-2?fields=reporter', undefined);
    const { fields } = JSON.parse(text) as { fields: { reporter: { accountId: string } } };
    await edits({ reporter: { accountId: fields.reporter.accountId } });
    expect(await gates()).toEqual(bothSay(BY_RULE));
  });

  test('a pass of whom the agent named is enough where the rule says so', async () => {
    await savesRule({ about: 'named' });
    await passes({ email: 'grace.hopper@example.com' });
    expect(await gates()).toEqual({ strict: OPEN, byRule: OPEN });
  });
});

describe('editing the request loosens nothing', () => {
  beforeEach(() => savesRule());

  test('after a link was sent', async () => {
    await desk.sendsLink();
    await edits({ [REQUEST_TYPE]: '14' });
    expect(await gates()).toEqual(bothSay(BY_RULE));
  });

  test('after the gate blocked', async () => {
    expect((await gates()).byRule).toBe(BY_RULE);
    await edits({ [REQUEST_TYPE]: null });
    expect(await gates()).toEqual(bothSay(BY_RULE));
  });

  test('until an administrator releases the request, with a reason, which is listed by its key', async () => {
    await gates();
    await edits({ [REQUEST_TYPE]: '14' });
    const releases = (payload: object) =>
      desk.invoke({ as: 'admin', module: 'settings', functionKey: 'releaseRequest', payload });
    expect(await releases({ issueKey: 'HELP-1', reason: '' })).toMatchObject({ value: { ok: false } });
    expect(await gates()).toEqual(bothSay(BY_RULE));
    const released = await releases({ issueKey: 'HELP-1', reason: 'It was filed under the wrong type' });
    expect(released).toEqual({ value: { ok: true, data: null } });
    expect(await gates()).toEqual({ strict: NEEDED, byRule: OPEN });
    const page = await desk.invoke({ as: 'admin', module: 'settings', functionKey: 'openSettings' });
    const { changes } = (page as { value: { data: { changes: object[] } } }).value.data;
    expect(changes[0]).toMatchObject({ what: 'request-released', names: ['HELP-1'] });
  });

  test('and what no rule was ever for is not held to one', async () => {
    await edits({ [REQUEST_TYPE]: '14' });
    expect(await gates()).toEqual({ strict: NEEDED, byRule: OPEN });
  });
});

describe('it fails closed', () => {
  beforeEach(async () => {
    await savesRule();
    await passes();
    await asks('POST', '/rest/api/3/issue/HELP-1/transitions', { transition: { id: '11' } });
  });

  const jira = { target: 'jira', match: 'GET /rest/api/3/issue/HELP-1?' } as const;
  const faults: [string, Parameters<HelpDesk['site']['faults']['add']>[0]][] = [
    ...[401, 403, 404, 429, 500].map(
      (status) => [`Jira answers ${status}`, { ...jira, status }] as (typeof faults)[number],
    ),
    ['Jira does not answer', { ...jira, hang: true }],
    ['Jira’s answer is lost', { ...jira, drop: true }],
    ['storage refuses', { target: 'kvs', status: 500 }],
    ['storage does not answer', { target: 'kvs', hang: true }],
  ];
  test.each(faults)('where %s', async (_, fault) => {
    desk.site.faults.add(fault);
    expect(await gates()).toEqual(bothSay(UNREADABLE));
    desk.site.faults.clear();
    expect(await gates()).toEqual(bothSay(OPEN));
  });

  test('for good, once the app is uninstalled', async () => {
    await asks('POST', '/site/uninstall', {});
    const { strict, byRule } = await gates();
    expect([strict, byRule]).toEqual([expect.stringContaining('blocks'), expect.stringContaining('blocks')]);
  });
});
