import { addGuards, GUARD } from '../../support/guards';
import { callerCodeOf } from '../../support/caller-code';
import { HelpDesk } from './help-desk';
import type { PortalView } from '../../../src/contract/portal-panel';

/** HELP-1 is Ada's, who is `customer`; Grace, who is `customer2`, takes part in it. HELP-2 is Grace's. */
const PORTAL = 'identity-verification-portal';
const users = ['admin', 'agent', 'agent2', 'member', 'customer', 'customer2', 'outsider'];
const others = users.filter((as) => as !== 'customer');
const quiet = { value: { ok: true, data: { kind: 'quiet' } } };
const refused = { value: { ok: false, error: { code: 'not-permitted' } } };
const ada = { email: 'ada.lovelace@example.com', method: 'sms', phone: '+14155550123' };

let desk: HelpDesk;
beforeAll(async () => {
  desk = await HelpDesk.open();
});
afterAll(() => desk.close());
afterEach(() => desk.reset());

const open = (as: string, issue = 'HELP-1') =>
  desk.invoke({ as, module: PORTAL, functionKey: 'openPortal', issue });
const object = (as: string, issue = 'HELP-1') =>
  desk.invoke({ as, module: PORTAL, functionKey: 'objectToVerification', issue });
const send = (issue = 'HELP-1') => desk.invoke({ as: 'agent', functionKey: 'sendLink', issue, payload: ada });

async function opensCheck(): Promise<Extract<PortalView, { kind: 'check' }>> {
  const { value } = (await open('customer')) as { value: { data: PortalView } };
  if (value.data.kind !== 'check') throw new Error(`It is ${value.data.kind}`);
  return value.data;
}

async function asksJira(method: string, path: string, body: object, as = 'admin'): Promise<number> {
  const headers = { authorization: `Basic ${btoa(`${as}:${as}`)}`, 'content-type': 'application/json' };
  const url = `${desk.site.url}/rest/api/3/issue/${path}`;
  const response = await desk.site.fetch(new Request(url, { method, headers, body: JSON.stringify(body) }));
  return response.status;
}

describe('who is told', () => {
  test('nobody anything where no link was sent, not the reporter either', async () => {
    for (const as of users) expect(await open(as)).toEqual(quiet);
    for (const as of users) expect(await object(as)).toEqual(refused);
  });

  test('the employee, and nobody else, whoever may open the request', async () => {
    await send();
    expect(await open('customer')).toMatchObject({ value: { data: { kind: 'check' } } });
    for (const as of others) expect(await open(as)).toEqual(quiet);
    for (const as of others) expect(await object(as)).toEqual(refused);
    expect(await opensCheck()).toMatchObject({ standing: 'sent', mayObject: true });
  });

  test('a caller who reported the request himself and named somebody else learns nothing of the link', async () => {
    expect(await open('customer2', 'HELP-2')).toEqual(quiet);
    await send('HELP-2');
    for (const as of users) expect(await open(as, 'HELP-2')).toEqual(quiet);
    for (const as of users) expect(await object(as, 'HELP-2')).toEqual(refused);
  });

  test('nobody once the request has another reporter, or is reported by the employee only since', async () => {
    await send();
    const { customer2 } = Object.fromEntries(users.map((as) => [as, desk.site.jira.accountId(as)]));
    const reporter = (id: string | undefined) => ({ fields: { reporter: { id } } });
    expect(await asksJira('PUT', 'HELP-1', reporter(customer2))).toBe(204);
    for (const as of users) expect(await open(as)).toEqual(quiet);
    expect(await object('customer')).toEqual(refused);
    await send('HELP-2');
    expect(await asksJira('PUT', 'HELP-2', reporter(desk.site.jira.accountId('customer')))).toBe(204);
    for (const as of users) expect(await open(as, 'HELP-2')).toEqual(quiet);
  });
});

describe('what the employee is told', () => {
  test('is the same where the employee has an Atlassian account without a licence', async () => {
    await desk.sendsLink();
    desk.site.jira.setSwitches({ customersAreUnlicensed: true });
    expect(await opensCheck()).toMatchObject({ standing: 'sent', mayObject: true });
  });

  test('who asked, how and whereto, how it stands, and the code; no link, number, address or id', async () => {
    const sessionId = await desk.sendsLink();
    const code = callerCodeOf(desk.state().secrets, sessionId);
    const check = await opensCheck();
    expect(check).toMatchObject({
      askedBy: 'Avery Agent',
      method: 'sms',
      maskedDestination: '+1 ••• 0123',
      standing: 'sent',
      code: { kind: 'open', first: code.slice(0, 3), last: code.slice(3) },
      mayObject: true,
    });
    expect(check.linkEndsAt - check.askedAt).toBe(600_000);
    const answer = JSON.stringify(check);
    const secret = [sessionId, '4155550123', 'example.com', '712020', 'http', '10101'];
    for (const text of secret) expect(answer).not.toContain(text);
  });

  test('that the check is complete, and that the agent has confirmed the code', async () => {
    const sessionId = await desk.sendsLink();
    const digits = callerCodeOf(desk.state().secrets, sessionId).slice(0, 3);
    await desk.invoke({
      as: 'agent',
      functionKey: 'checkCode',
      issue: 'HELP-1',
      payload: { sessionId, digits },
    });
    await desk.completes('pass');
    await desk.settles();
    expect(await opensCheck()).toMatchObject({
      standing: 'passed',
      code: { kind: 'confirmed' },
      mayObject: true,
    });
  });

  test('that it is reviewed, where the agent has to find out whose result it is', async () => {
    const sessionId = await desk.sendsLink();
    const event = { eventType: 'SESSION_SUCCEEDED', interviewId: sessionId, loginHint: 'bob@example.com' };
    await desk.webhook(JSON.stringify(event));
    expect(await opensCheck()).toMatchObject({ standing: 'in-review', mayObject: false });
  });

  test('that a name is missing where Jira does not tell it', async () => {
    await send();
    desk.site.faults.add({ target: 'jira', match: '/user?accountId', status: 403 });
    const { askedBy } = await opensCheck();
    desk.site.faults.clear();
    expect(askedBy).toBeUndefined();
  });
});

describe('an employee who did not ask for it', () => {
  const verification = async () =>
    (await desk.invoke({ as: 'agent2', functionKey: 'openPanel', issue: 'HELP-1' })) as {
      value: { data: { objectedAt?: number; verification: { state: string } } };
    };
  const release = () => desk.asks('releaseRequest', { issueKey: 'HELP-1', reason: 'Talked to her' });

  test('says so once: the pass is taken back, the agents and administrators are told, and no link can be sent', async () => {
    await addGuards(desk.site.url, (request) => desk.site.fetch(request));
    await desk.saves({ doDemoResultsMoveTickets: true });
    const triesGate = async () => {
      const path = `${desk.site.url}/rest/api/3/issue/HELP-1/transitions`;
      const headers = { authorization: `Basic ${btoa('agent:agent')}` };
      const ways = (await (await desk.site.fetch(new Request(path, { headers }))).json()) as {
        transitions: { id: string; name: string }[];
      };
      const id = ways.transitions.find(({ name }) => name === GUARD)?.id;
      return asksJira('POST', 'HELP-1/transitions', { transition: { id } }, 'agent');
    };
    await desk.sendsLink();
    await desk.completes('pass');
    await desk.settles();
    expect(await triesGate()).toBe(204);

    expect(await object('customer')).toMatchObject({
      value: { data: { standing: 'objected', mayObject: false } },
    });
    expect(await triesGate()).toBe(400);
    await desk.settles();
    const { status, comments } = desk.issue('HELP-1');
    expect(status.name).toBe('Escalated');
    expect(comments).toHaveLength(2);
    expect(comments.every(({ internal }) => internal)).toBe(true);
    expect(JSON.stringify(comments)).toContain('The employee objected');
    expect((await verification()).value.data).toMatchObject({
      objectedAt: expect.any(Number) as number,
      verification: { state: 'objected' },
    });
    expect(Object.values(desk.state().kvs.entities['problem'] ?? {})).toMatchObject([
      { details: { kind: 'objected' } },
    ]);
    expect(await send()).toMatchObject({ value: { error: { code: 'objected' } } });

    await release();
    expect(await triesGate()).toBe(400);
    expect((await verification()).value.data).toMatchObject({ verification: { state: 'objected' } });
    expect((await verification()).value.data.objectedAt).toBeUndefined();
    const { changes } = await desk.opensSettings();
    expect(changes[0]).toMatchObject({
      what: 'request-released',
      names: ['HELP-1'],
      reason: 'Talked to her',
    });
    expect(await send()).toMatchObject({ value: { ok: true } });
  });

  test('is heard although the next link is being sent', async () => {
    await send();
    const sent = send();
    expect(await object('customer')).toMatchObject({ value: { ok: true } });
    await sent;
    expect(await opensCheck()).toMatchObject({ standing: 'objected' });
    expect(await send()).toMatchObject({ value: { error: { code: 'objected' } } });
  });
});
