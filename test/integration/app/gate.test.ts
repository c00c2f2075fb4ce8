import { callerCodeOf } from '../../support/caller-code';
import { desk } from './fresh-desk';
import {
  BY_RULE,
  bothSay,
  MINUTE_MS,
  NEEDED,
  OPEN,
  REQUEST_TYPE,
  requests,
  useGatedRequests,
} from './gated-requests';
import type { PanelView } from '../../../src/contract/issue-panel';

useGatedRequests();
beforeEach(async () => {
  await requests.putsValidators();
});

const gates = (key?: string) => requests.gates(key);
const passes = (form?: object, key?: string) => requests.verifies('pass', form, key);
const later = (minutes: number) => desk.site.clock.advance(minutes * MINUTE_MS);

/** What an agent sees of HELP-1, in the panel or in the side bar. */
async function sees(functionKey: 'openPanel' | 'openContext'): Promise<PanelView> {
  const module = functionKey === 'openContext' ? { module: 'identity-verification-status' } : {};
  const answer = await desk.invoke({ as: 'agent', issue: 'HELP-1', functionKey, ...module });
  return (answer as { value: { data: PanelView } }).value.data;
}

/** A webhook about the newest session. */
async function tells(eventType: string, changes: object = {}): Promise<void> {
  const interviewId = desk.state().incode.sessions.at(-1)?.interviewId;
  await desk.webhook(JSON.stringify({ interviewId, eventType, ...changes }));
  await desk.settles();
}

describe('without a rule', () => {
  test('one validator asks for a pass about the reporter, as old as the settings let it be; the other lets through', async () => {
    expect(await gates()).toEqual({ strict: NEEDED, byRule: OPEN });
    await passes();
    expect(await gates()).toEqual(bothSay(OPEN));
    await later(61);
    expect(await gates()).toEqual({ strict: NEEDED, byRule: OPEN });
  });

  test('a refused transition leaves the status, and names neither a person nor a result', async () => {
    await requests.verifies('fail');
    expect((await gates()).strict).toBe(NEEDED);
    expect(desk.issue('HELP-1').status.name).toBe('In Progress');
  });
});

describe('with a rule for the request', () => {
  beforeEach(() => requests.savesRule());

  test('both validators ask for what it asks for, and name it', async () => {
    expect(await gates()).toEqual(bothSay(BY_RULE));
    await passes();
    expect(await gates()).toEqual(bothSay(OPEN));
  });

  test('both ask for the caller’s code, too, where the rule does, and say where it is checked', async () => {
    await requests.savesRule({ needsCode: true });
    const sessionId = await desk.sendsLink();
    await desk.completes('pass');
    await desk.settles();
    const withCode =
      'Password resets: Identity verification with the caller’s code is needed first. Open the panel Incode Identity Verification on this request, and check what the caller reads.';
    expect(await gates()).toEqual(bothSay(withCode));
    const panel = await desk.invoke({ as: 'agent', functionKey: 'openPanel', issue: 'HELP-1' });
    const requirement = { needsCode: true, decision: { reason: 'code-not-confirmed' } };
    expect(panel).toMatchObject({ value: { data: { requirement } } });
    const digits = callerCodeOf(desk.state().secrets, sessionId).slice(0, 3);
    const payload = { sessionId, digits };
    await desk.invoke({ as: 'agent', functionKey: 'checkCode', issue: 'HELP-1', payload });
    expect(await gates()).toEqual(bothSay(OPEN));
  });

  test('a pass is as old in panel, history and side bar as the rule says', async () => {
    await requests.savesRule({ passCountsMinutes: 5 });
    await passes();
    const { verification, requirement, history } = await sees('openPanel');
    const until = verification?.passCountsUntil ?? NaN;
    expect(until).toBeLessThanOrEqual(desk.site.clock.now() + 5 * MINUTE_MS);
    expect(requirement).toMatchObject({ decision: { kind: 'sufficient', until } });
    expect(history.entries[0]?.passCountsUntil).toBe(until);
    const sideBar = await sees('openContext');
    expect(sideBar.verification?.passCountsUntil).toBe(until);
  });

  const opens = async () => {
    await desk.sendsLink();
    await tells('SESSION_STARTED');
  };
  const passesAs = async (identityId: string, key: string) => {
    await desk.sendsLink(key);
    await tells('SESSION_SUCCEEDED', { identityId });
  };
  const outcomes: [string, () => Promise<unknown>][] = [
    ['a link that waits', () => desk.sendsLink()],
    ['a link that is opened', opens],
    ['a link that has ended', () => desk.sendsLink().then(() => later(11))],
    ['a check without a result', () => opens().then(() => later(45))],
    ['a check that failed', () => requests.verifies('fail')],
    ['a check that is reviewed', () => requests.verifies('review')],
    ['a pass that a newer link replaced', () => passes().then(() => desk.sendsLink())],
    [
      'the pass of a link that was replaced before',
      async () => {
        const older = await desk.sendsLink();
        await desk.sendsLink();
        await tells('SESSION_SUCCEEDED', { interviewId: older });
      },
    ],
    ['a pass of somebody else', () => passes({ email: 'grace.hopper@example.com' })],
    [
      'a verdict about somebody else',
      () => desk.sendsLink().then(() => tells('SESSION_SUCCEEDED', { loginHint: 'bob@example.com' })),
    ],
    ['a pass that is contradicted', () => passes().then(() => tells('SESSION_FAILED'))],
    [
      'a pass with another identity than before',
      () => passesAs('identity-1', 'HELP-2').then(() => passesAs('identity-2', 'HELP-1')),
    ],
  ];

  test.each(outcomes)('%s is not enough', async (_, arrange) => {
    await arrange();
    expect(await gates()).toEqual(bothSay(BY_RULE));
  });

  test('a pass is not enough where Jira hides the reporter’s address, so that nobody can compare it', async () => {
    await requests.savesRule({ requestTypes: null });
    await passes({ email: 'employee2@example.com' }, 'HELP-4');
    expect(await gates('HELP-4')).toEqual(bothSay(BY_RULE));
    await passes({ email: 'employee1@example.com' }, 'HELP-3');
    expect(await gates('HELP-3')).toEqual(bothSay(OPEN));
  });

  test('a pass counts to the second', async () => {
    await requests.savesRule({ passCountsMinutes: 5 });
    await passes();
    await later(4.5);
    expect(await gates()).toEqual(bothSay(OPEN));
    await later(0.5);
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
    const { text } = await requests.asks('GET', '/rest/api/3/issue/HELP-2?fields=reporter');
    const { fields } = JSON.parse(text) as { fields: { reporter: { accountId: string } } };
    await requests.edits({ reporter: { accountId: fields.reporter.accountId } });
    expect(await gates()).toEqual(bothSay(BY_RULE));
    for (const { verification, requirement } of [await sees('openPanel'), await sees('openContext')]) {
      expect(verification).toMatchObject({ state: 'passed', reporter: 'other' });
      expect(requirement).toMatchObject({ decision: { reason: 'reporter-changed' } });
    }
    await requests.savesRule({ projectId: '10001' });
    expect((await sees('openPanel')).verification?.reporter).toBe('other');
  });

  test('a pass of whom the agent named is enough where the rule says so', async () => {
    await requests.savesRule({ about: 'named' });
    await passes({ email: 'grace.hopper@example.com' });
    expect(await gates()).toEqual({ strict: OPEN, byRule: OPEN });
  });
});

describe('editing the request loosens nothing', () => {
  beforeEach(() => requests.savesRule());

  test('after a link was sent', async () => {
    await desk.sendsLink();
    await requests.edits({ [REQUEST_TYPE]: '14' });
    expect(await gates()).toEqual(bothSay(BY_RULE));
  });

  test('after the gate blocked', async () => {
    expect((await gates()).byRule).toBe(BY_RULE);
    await requests.edits({ [REQUEST_TYPE]: null });
    expect(await gates()).toEqual(bothSay(BY_RULE));
  });

  test('until an administrator releases the request, with a reason, which is listed by its key', async () => {
    await gates();
    await requests.edits({ [REQUEST_TYPE]: '14' });
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
    await requests.edits({ [REQUEST_TYPE]: '14' });
    expect(await gates()).toEqual({ strict: NEEDED, byRule: OPEN });
  });

  describe('when it is moved to another project', () => {
    const movesToFacilities = async () => {
      const targetToSourcesMapping = {
        'FACIL,10006': { issueIdsOrKeys: ['HELP-1'], inferStatusDefaults: true },
      };
      const { status, text } = await requests.asks(
        'POST',
        '/rest/api/3/bulk/issues/move',
        { targetToSourcesMapping },
        'admin',
      );
      if (status !== 201) throw new Error(text);
      await requests.putsValidators(undefined, 'FACIL');
    };

    test('it is held to what it needed before, by its new key', async () => {
      await desk.sendsLink();
      await movesToFacilities();
      expect(await gates('FACIL-3')).toEqual(bothSay(BY_RULE));
    });

    test('its pass stays its own', async () => {
      await passes();
      await movesToFacilities();
      expect(await gates('FACIL-3')).toEqual(bothSay(OPEN));
    });
  });
});
