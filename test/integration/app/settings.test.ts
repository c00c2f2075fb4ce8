import { desk, useFreshDesk } from './fresh-desk';
import type {
  ServiceProjectPage,
  SettingsNews,
  SettingsView,
  WorkflowCheck,
} from '../../../src/contract/settings-page';

useFreshDesk();

const DELAY_MS = 1000;

/** The problems as the page lists them once the index has caught up. */
async function problems(): Promise<SettingsView['problems']> {
  await desk.site.clock.advance(60_000);
  return (await desk.opensSettings()).problems;
}

/** The id of the service project whose requests the tests are about. */
async function helpDesk(): Promise<string> {
  const { projects } = await desk.asks<ServiceProjectPage>('listServiceProjects', { startAt: 0 });
  return projects.find(({ key }) => key === 'HELP')?.id ?? '';
}

test('opening asks Jira one thing besides the permission, both at once', async () => {
  await desk.opensSettings();
  desk.site.faults.add({ target: 'jira', delay: DELAY_MS, times: 2 });
  const from = desk.site.journal.calls.length;
  const opened = desk.opensSettings();
  await desk.waitFor(() => desk.site.faults.waiting().length === 0);
  await desk.site.clock.advance(DELAY_MS);
  await opened;
  const calls = desk.site.journal.calls.slice(from).filter(({ target }) => target === 'jira');
  expect(calls.map(({ path }) => path.split('?')[0]).sort()).toEqual([
    '/rest/api/3/mypermissions',
    '/rest/api/3/status',
  ]);
  const times = calls.map(({ at }) => Date.parse(at));
  expect(Math.max(...times) - Math.min(...times)).toBeLessThan(DELAY_MS);
});

test('waiting for news asks Jira for the permission only', async () => {
  const from = desk.site.journal.calls.length;
  const { webhook } = await desk.asks<SettingsNews>('readNews');
  const calls = desk.site.journal.calls.slice(from).filter(({ target }) => target === 'jira');
  expect(calls.map(({ path }) => path.split('?')[0])).toEqual(['/rest/api/3/mypermissions']);
  expect(webhook).toEqual((await desk.opensSettings()).webhook);
});

test('a link that was sent for a request is known on the page', async () => {
  expect((await desk.opensSettings()).newestLinkAt).toBeUndefined();
  await desk.sendsLink();
  await desk.site.clock.advance(60_000);
  expect((await desk.opensSettings()).newestLinkAt).toBeGreaterThan(0);
});

test('the change log names each setting that was changed', async () => {
  const view = await desk.opensSettings();
  const saved = await desk.savesOn(view, { comments: { ...view.comments, failed: 'Call them back' } });
  expect(saved.changes[0]).toMatchObject({ what: 'settings-saved', names: ['comments.failed'] });
});

test('it says when credentials were saved and by whom, and what comments are made of', async () => {
  const view = await desk.opensSettings();
  expect(view.credentialsSavedAt).toBeGreaterThan(0);
  expect(view.credentialsSavedBy).toBe(view.changes.at(-1)?.by);
  expect(view.example.outcomes.demo.passed.title).toBe('✅ Verification passed (DEMO)');
  expect(view.example.outcomes.demo.passed.facts.map(({ label }) => label)).toContain('Session ID');
});

test('what the page needs beside the settings is read first: where Jira does not answer, nothing is saved', async () => {
  const view = await desk.opensSettings();
  desk.site.faults.add({ target: 'jira', match: '/rest/api/3/status', status: 503 });
  await expect(desk.savesOn(view, { linkValidityMinutes: 30 })).rejects.toThrow('jira-unreachable');
  await expect(desk.asks('createWebhookSecret')).rejects.toThrow('jira-unreachable');
  desk.site.faults.clear();
  const { changes, ...after } = await desk.opensSettings();
  expect(after.revision).toBe(view.revision);
  expect(changes).toEqual(view.changes);
});

describe('a test link', () => {
  test('goes to the address, touches no ticket, and its results are dropped quietly', async () => {
    const before = structuredClone(desk.state().jira);
    const view = await desk.asks<SettingsView>('sendTestLink', { email: 'employee2@example.com' });
    expect(view.changes[0]).toMatchObject({ what: 'test-link-sent' });
    await desk.completes('pass');
    await desk.settles();
    const { verification, ticket } = desk.state().kvs.entities;
    expect(Object.values(verification ?? {}).map(({ details }) => details['link'])).toEqual([undefined]);
    expect(ticket ?? {}).toEqual({});
    expect(desk.state().jira).toEqual(before);
    expect(JSON.stringify(desk.state().kvs)).not.toContain('employee2@example.com');
  });

  test('that Incode refuses says why', async () => {
    const payload = { email: 'nobody@example.com' };
    const answer = await desk.invoke({
      as: 'admin',
      module: 'settings',
      functionKey: 'sendTestLink',
      payload,
    });
    expect(answer).toMatchObject({ value: { ok: false, error: { code: 'employee-not-enrolled' } } });
  });
});

describe('transitions', () => {
  test('a project’s own mapping stands in place of the general one', async () => {
    const view = await desk.opensSettings();
    const help = await helpDesk();
    const escalated = view.transitions.failed;
    await desk.savesOn(view, {
      projectTransitions: { [help]: { passed: escalated, failed: null, review: null } },
    });
    await desk.sendsLink();
    await desk.completes('pass');
    await desk.settles();
    expect(desk.issue('HELP-1').status.name).toBe('Escalated');
  });

  test('the names of projects are kept as long as a setting speaks of them', async () => {
    const help = await helpDesk();
    const projectNames = { [help]: 'IT Help Desk', 99: 'Spoken of by nothing' };
    const saved = await desk.saves({ projects: [help], projectNames });
    expect(saved.projectNames).toEqual({ [help]: 'IT Help Desk' });
    expect((await desk.savesOn(saved, { projects: null })).projectNames).toEqual({});
  });

  test('checking a workflow tells from where a status can be reached, and where nobody can know', async () => {
    const view = await desk.opensSettings();
    const projectId = await helpDesk();
    const check = await desk.asks<WorkflowCheck>('checkWorkflow', {
      projectId,
      transitions: view.transitions,
    });
    const passed = check.outcomes.find(({ outcome }) => outcome === 'passed');
    expect(passed?.target.name).toBe('In Progress');
    expect(passed?.result).toMatchObject({ kind: 'from', can: ['Waiting for support'] });
  });
});

describe('health', () => {
  test('nothing is told while all is well', async () => {
    await desk.sendsLink();
    await desk.completes('pass');
    await desk.settles();
    expect(await problems()).toEqual([]);
  });

  test('a comment that Jira refused is told, and tried again when asked to', async () => {
    desk.site.faults.add({ target: 'jira', match: '/comment', status: 403 });
    await desk.sendsLink();
    await desk.completes('pass');
    await desk.settles();
    desk.site.faults.clear();
    const [problem] = await problems();
    expect(problem).toMatchObject({
      kind: 'comment-impossible',
      code: 'refused',
      issue: { key: 'HELP-1' },
      canTryAgain: true,
    });
    expect(await desk.asks('tryAgain', { id: problem?.id })).toEqual([]);
    await desk.settles();
    expect(desk.issue('HELP-1').comments).toHaveLength(1);
    expect(await problems()).toEqual([]);
  });

  test('a link that Incode refused is told by its cause, and can be dismissed', async () => {
    await desk.sendsLink('HELP-1', { email: 'nobody@example.com' }).catch(() => undefined);
    const [problem] = await problems();
    expect(problem).toMatchObject({ kind: 'not-sent', code: 'employee-not-enrolled', canTryAgain: false });
    expect(await desk.asks('dismissProblem', { id: problem?.id })).toEqual([]);
  });

  test('what was told of an erased employee’s verifications is erased with them, and nothing else', async () => {
    desk.site.faults.add({ target: 'jira', match: '/comment', status: 403 });
    await desk.sendsLink();
    await desk.completes('pass');
    await desk.settles();
    desk.site.faults.clear();
    await desk.sendsLink('HELP-2', { email: 'nobody@example.com' }).catch(() => undefined);
    expect((await problems()).map(({ kind }) => kind).sort()).toEqual(['comment-impossible', 'not-sent']);
    await desk.asks('eraseEmployee', { email: 'ada.lovelace@example.com' });
    expect((await problems()).map(({ kind }) => kind)).toEqual(['not-sent']);
  });

  test('conflicting results are told', async () => {
    await desk.sendsLink();
    await desk.completes('pass');
    await desk.settles();
    const { sessions } = desk.state().incode as { sessions: { interviewId: string }[] };
    await desk.webhook(
      JSON.stringify({ eventType: 'SESSION_FAILED', interviewId: sessions[0]?.interviewId }),
    );
    await desk.settles();
    expect((await problems()).map(({ kind }) => kind)).toContain('conflicting');
  });

  test('a session that was begun and never ended is told', async () => {
    await desk.sendsLink();
    const { sessions } = desk.state().incode as { sessions: { interviewId: string }[] };
    await desk.webhook(
      JSON.stringify({ eventType: 'SESSION_STARTED', interviewId: sessions[0]?.interviewId }),
    );
    await desk.site.clock.advance(44 * 60_000);
    await desk.site.fetch(
      new Request(`${desk.site.url}/site/run/housekeeping`, { method: 'POST', body: '{}' }),
    );
    expect((await problems()).map(({ kind }) => kind)).toEqual(['no-result']);
  });
});
