import type { AuditEntry } from '../../automation/rule';
import type { Noticeboard } from './noticeboard';
import { startNoticeboard } from './noticeboard';

let noticeboard: Noticeboard;

beforeAll(async () => {
  noticeboard = await startNoticeboard();
});
beforeEach(async () => {
  await noticeboard.site.reset();
});

const MOOD = '2a7d0c11-5a0c-4b59-9a4e-0f6a7c3e9d10__DEVELOPMENT__mood';
const log = () => noticeboard.site.automation.log;

/** The log, once it has so many entries. */
async function logOf(length: number): Promise<readonly AuditEntry[]> {
  while (log().length < length) await new Promise(setImmediate);
  return log();
}

/** Waits until what has been started is over. */
async function rest(): Promise<void> {
  await noticeboard.door('POST', '/site/clock', { advance: 'PT1S' });
}

const manual = { kind: 'manual' };
const pinning = (text = 'Tea') => ({
  kind: 'action',
  action: 'pin-notice',
  inputs: { issueKey: '{{issue.key}}', text, loudness: '7' },
});

async function addRule(trigger: object, component: object, as = 'agent'): Promise<{ id: number }> {
  const rule = { name: 'A rule', trigger, component, as };
  const { status, body } = await noticeboard.door('POST', '/site/automation/rules', rule);
  expect(status).toBe(201);
  return body as { id: number };
}

async function runBy(component: object, { issue = 'HELP-1', as = 'agent' } = {}): Promise<unknown> {
  const { id } = await addRule(manual, component, as);
  return (await noticeboard.door('POST', `/site/automation/rules/${String(id)}/run`, { issue })).body;
}

async function setMood(value: string): Promise<void> {
  const body = { updates: [{ issueIds: [10_101], value }] };
  const path = `/rest/api/3/app/field/${MOOD}/value`;
  await noticeboard.tool('jira', { as: 'app', method: 'PUT', path, body });
}

async function createIssue(): Promise<string> {
  const fields = { project: { key: 'HELP' }, issuetype: { id: '10005' }, summary: 'New' };
  const headers = { 'content-type': 'application/json', authorization: `Basic ${btoa('agent:agent')}` };
  const init = { method: 'POST', headers, body: JSON.stringify({ fields }) };
  const { site } = noticeboard;
  const answer = await site.fetch(new Request(`${site.url}/rest/api/3/issue`, init));
  return ((await answer.json()) as { key: string }).key;
}

const comments = (key: string) =>
  noticeboard.site.jira.state().issues.find((issue) => issue.key === key)?.comments ?? [];

describe('a rule', () => {
  it('runs where an issue is created, with its key for a smart value', async () => {
    await addRule({ kind: 'issue-created' }, pinning());
    const key = await createIssue();
    const reader = noticeboard.site.jira.accountId('agent');
    expect(await logOf(1)).toEqual([
      {
        at: expect.any(String) as string,
        rule: 'A rule',
        issue: key,
        isSuccess: true,
        text: JSON.stringify({ text: 'Tea', reader }),
      },
    ]);
    const asked = (await noticeboard.tool('kvs', { method: 'get', args: ['notice:asked'] })).got;
    expect(asked).toMatchObject({ payload: { issueKey: key, loudness: 7 } });
  });

  it.each([
    ['', 1],
    ['calm', 1],
    ['wild', 0],
  ])('runs where the app’s field is changed, to a value if it says one: %j', async (to, runs) => {
    const comment = { kind: 'comment', text: '{{issue.key}} is in a mood', isInternal: true };
    await addRule({ kind: 'field-changed', field: 'mood', to }, comment);
    await setMood('calm');
    await rest();
    expect(await logOf(runs)).toHaveLength(runs);
    expect(comments('HELP-1')).toHaveLength(runs);
    if (runs > 0) expect(comments('HELP-1')[0]).toMatchObject({ internal: true });
  });

  // Undocumented: a switch has it either way.
  it('may not be started by what an app writes', async () => {
    await noticeboard.door('POST', '/site/switches', { jira: { appFieldsStartRules: false } });
    await addRule({ kind: 'field-changed', field: 'mood' }, pinning());
    await setMood('calm');
    await rest();
    expect(log()).toEqual([]);
  });

  it('moves an issue by the rights of its connection’s user', async () => {
    const escalate = { kind: 'transition', transition: 'Escalate' };
    expect(await runBy(escalate, { as: 'outsider' })).toMatchObject({
      isSuccess: false,
      text: expect.stringContaining('Issue does not exist') as string,
    });
    expect(await runBy(escalate)).toMatchObject({ isSuccess: true });
    expect(noticeboard.site.jira.state().issues[0]?.status.name).toBe('Escalated');
    expect(await runBy(escalate)).toMatchObject({ text: 'There is no transition Escalate from here.' });
  });

  it('ends with what its action says', async () => {
    expect(await runBy(pinning('refused'))).toMatchObject({ isSuccess: false, text: 'The board is full' });
    await noticeboard.door('POST', '/site/uninstall');
    expect(await runBy({ kind: 'comment', text: 'Still here' })).toMatchObject({ isSuccess: true });
  });

  it('has an unknown component once its app is gone', async () => {
    const { id } = await addRule(manual, pinning());
    await noticeboard.door('POST', '/site/uninstall');
    const run = await noticeboard.door('POST', `/site/automation/rules/${String(id)}/run`, {
      issue: 'HELP-1',
    });
    expect(run.body).toMatchObject({ isSuccess: false, text: 'Unknown component' });
  });

  it('runs no more once it is switched off', async () => {
    const { id } = await addRule({ kind: 'field-changed', field: 'mood' }, pinning());
    const { site } = noticeboard;
    const body = JSON.stringify({ isEnabled: false });
    await site.fetch(new Request(`${site.url}/site/automation/rules/${String(id)}`, { method: 'PUT', body }));
    await setMood('calm');
    await rest();
    expect(log()).toEqual([]);
  });

  it('is not started by what it does itself', async () => {
    await addRule({ kind: 'field-changed', field: 'mood' }, pinning('moody'));
    await setMood('calm');
    await logOf(1);
    await rest();
    expect(log()).toHaveLength(1);
  });

  it('stops going round in circles', async () => {
    await addRule({ kind: 'field-changed', field: 'mood' }, { kind: 'comment', text: 'Again' });
    for (let i = 1; i <= 11; i++) {
      await setMood(String(i));
      await logOf(i);
    }
    expect(log().at(-1)).toMatchObject({ isSuccess: false, text: expect.stringContaining('loop') as string });
    expect(comments('HELP-1')).toHaveLength(10);
  });

  it.each([
    ['There is no user stranger', manual, pinning(), 'stranger'],
    [
      'The app offers Automation no action tear-down',
      manual,
      { kind: 'action', action: 'tear-down' },
      'agent',
    ],
    ['The app has no field smell', { kind: 'field-changed', field: 'smell' }, pinning(), 'agent'],
  ])('is refused where it cannot be: %s', async (message, trigger, component, as) => {
    const rule = { name: 'A rule', trigger, component, as };
    expect(await noticeboard.door('POST', '/site/automation/rules', rule)).toEqual({
      status: 400,
      body: { error: { message } },
    });
  });
});

it('keeps its rules with what else is stored, and drops them at a reset', async () => {
  await addRule(manual, pinning());
  const kept = JSON.parse(JSON.stringify(noticeboard.site.snapshot())) as { automation: never };
  await noticeboard.site.reset();
  expect(noticeboard.site.automation.rules).toEqual([]);
  noticeboard.site.automation.restore(kept.automation);
  expect(noticeboard.site.automation.rules).toMatchObject([{ name: 'A rule', isEnabled: true }]);
});
