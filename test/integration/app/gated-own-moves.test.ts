import { callerCodeOf } from '../../support/caller-code';
import { desk } from './fresh-desk';
import { BY_RULE, MINUTE_MS, requests, useGatedRequests, way } from './gated-requests';

// The app's own transitions meet the validators like everybody's.

useGatedRequests();
beforeEach(async () => {
  await requests.putsValidators([
    way('11', 'In Progress', 'identity-verified-by-rule'),
    way('21', 'Escalated', 'identity-verified-by-rule'),
  ]);
  await requests.savesRule();
});

interface Shown {
  verification: { update?: { comment: { state: string }; transition: object } };
}

async function transitionInPanel() {
  const answer = await desk.invoke({ as: 'agent', functionKey: 'openPanel', issue: 'HELP-1' });
  return (answer as { value: { data: Shown } }).value.data.verification.update?.transition;
}

const statusNow = () => desk.issue('HELP-1').status.name;

const triesOfTheApp = () =>
  desk.site.journal.calls.filter(
    ({ module, method, path }) =>
      module === 'ticket-updates' && method === 'POST' && path.includes('/transitions'),
  ).length;

async function problems() {
  // The index that lists problems lags behind.
  await desk.site.clock.advance(10_000);
  return (await desk.opensSettings()).problems;
}

test('a pass moves the request through its own gate, since it is stored before the request is moved', async () => {
  await requests.verifies('pass');
  expect(statusNow()).toBe('In Progress');
  expect(await transitionInPanel()).toMatchObject({ state: 'done' });
});

test('a failure cannot move it; that is final, said in the validator’s words, and the comment stands', async () => {
  await requests.verifies('fail');
  expect(statusNow()).toBe('Waiting for support');
  expect(desk.issue('HELP-1').comments).toHaveLength(1);
  expect(await transitionInPanel()).toEqual({ state: 'impossible', reason: 'refused', detail: BY_RULE });
  await desk.site.clock.advance(25 * 60 * MINUTE_MS);
  await desk.settles();
  expect(triesOfTheApp()).toBe(1);
  expect(await problems()).toMatchObject([
    { kind: 'transition-impossible', code: 'refused', issue: { key: 'HELP-1' } },
  ]);
});

test('a pass whose gate could not find out moves the request later', async () => {
  await desk.sendsLink('HELP-1');
  // What the gate reads, and nothing else does by now.
  desk.site.faults.add({ target: 'jira', match: 'expand=schema', status: 503 });
  await desk.completes('pass');
  await desk.settles();
  expect(statusNow()).toBe('Waiting for support');
  desk.site.faults.clear();
  await desk.site.clock.advance(MINUTE_MS);
  await desk.settles();
  expect(statusNow()).toBe('In Progress');
  expect(await transitionInPanel()).toMatchObject({ state: 'done' });
});

test('once the validator is gone, an administrator can have it moved after all', async () => {
  await requests.verifies('fail');
  await requests.putsValidators([way('21', 'Escalated')]);
  const [problem] = await problems();
  await desk.asks('tryAgain', { id: problem?.id });
  await desk.settles();
  expect(statusNow()).toBe('Escalated');
  expect(await transitionInPanel()).toMatchObject({ state: 'done' });
});

test('a pass that is taken back is held where it was moved, and that is said', async () => {
  await requests.verifies('pass');
  const interviewId = desk.state().incode.sessions.at(-1)?.interviewId;
  await desk.webhook(JSON.stringify({ interviewId, eventType: 'SESSION_FAILED' }));
  await desk.settles();
  expect(statusNow()).toBe('In Progress');
  expect(await transitionInPanel()).toMatchObject({
    state: 'impossible',
    reason: 'refused',
    detail: BY_RULE,
  });
  expect(await requests.moves('21')).toBe(BY_RULE);
});

describe('a pass without the caller’s code that the rule asks for', () => {
  let sessionId: string;
  beforeEach(async () => {
    await requests.savesRule({ needsCode: true });
    sessionId = await desk.sendsLink();
    await desk.completes('pass');
    await desk.settles();
  });

  const checksCode = () => {
    const digits = callerCodeOf(desk.state().secrets, sessionId).slice(0, 3);
    const payload = { sessionId, digits };
    return desk.invoke({ as: 'agent', functionKey: 'checkCode', issue: 'HELP-1', payload });
  };

  test('leaves the request where it is, which is no problem, and moves it once the code is confirmed', async () => {
    expect(statusNow()).toBe('Waiting for support');
    const waiting = { state: 'left-alone', reason: 'code-not-confirmed' };
    expect(await transitionInPanel()).toEqual(waiting);
    expect(await problems()).toEqual([]);
    await checksCode();
    await desk.settles();
    expect(statusNow()).toBe('In Progress');
    expect(await transitionInPanel()).toMatchObject({ state: 'done' });
    expect(desk.issue('HELP-1').comments).toHaveLength(1);
  });

  test('moves it although that could not be queued', async () => {
    // Nothing of the pass itself is left to be done.
    await desk.site.clock.advance(12 * MINUTE_MS);
    desk.site.faults.add({ target: 'queue', status: 500 });
    await checksCode();
    await desk.settles();
    expect(statusNow()).toBe('Waiting for support');
    desk.site.faults.clear();
    await desk.site.clock.advance(6 * MINUTE_MS);
    await desk.settles();
    expect(statusNow()).toBe('In Progress');
  });
});
