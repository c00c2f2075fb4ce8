import { desk, useFreshDesk } from './fresh-desk';

useFreshDesk();

interface ProblemOnPage {
  kind: string;
  code?: string;
  issue: { key: string };
}

/** What the settings page's Health section is given. */
async function health(): Promise<ProblemOnPage[]> {
  // The index that lists problems lags behind.
  await desk.site.clock.advance(10_000);
  const page = { as: 'admin', module: 'settings', functionKey: 'openSettings' };
  const { value } = (await desk.invoke(page)) as { value: { data: { problems: ProblemOnPage[] } } };
  return value.data.problems;
}

async function verdict(interviewId: string, changes: object = {}): Promise<void> {
  const body = { eventType: 'SESSION_SUCCEEDED', interviewId, loginHint: 'ada.lovelace@example.com' };
  const response = await desk.webhook(JSON.stringify({ ...body, ...changes }));
  expect(response.status).toBe(200);
  await desk.settles();
}

test('nothing is told of a verification that went well', async () => {
  await verdict(await desk.sendsLink());
  expect(await health()).toEqual([]);
});

test('a verdict about somebody else is told', async () => {
  await verdict(await desk.sendsLink(), { loginHint: 'bob@example.com' });
  expect(await health()).toMatchObject([{ kind: 'mismatch', issue: { key: 'HELP-1' } }]);
});

test('a pass with another identity than the first is told', async () => {
  await verdict(await desk.sendsLink(), { identityId: 'identity-1' });
  await verdict(await desk.sendsLink('HELP-2'), { identityId: 'identity-2' });
  expect(await health()).toMatchObject([{ kind: 'identity-changed', issue: { key: 'HELP-2' } }]);
});

test('a burst of links is told, and whose limit it met', async () => {
  await desk.saves({ limits: { perTicket: 1, perEmployee: 10, perAgent: 100, coolDownSeconds: 0 } });
  await desk.sendsLink();
  await expect(desk.sendsLink()).rejects.toThrow('limit-reached');
  expect(await health()).toMatchObject([{ kind: 'burst', code: 'ticket', issue: { key: 'HELP-1' } }]);
});

test('an internal note that Jira made public is removed and told', async () => {
  desk.site.jira.setSwitches({ publicCommentsInSpiteOfProperty: true });
  await verdict(await desk.sendsLink());
  desk.site.jira.setSwitches({ publicCommentsInSpiteOfProperty: false });
  expect(desk.issue('HELP-1').comments).toEqual([]);
  expect(await health()).toMatchObject([
    { kind: 'comment-impossible', code: 'made-public', issue: { key: 'HELP-1' } },
  ]);
});

test('verdicts that name nobody’s address are counted as results, and told once', async () => {
  await verdict(await desk.sendsLink(), { loginHint: 'ada-1815' });
  await verdict(await desk.sendsLink('HELP-2'), { loginHint: 'ada-1815' });
  expect(desk.issue('HELP-2').comments).toHaveLength(1);
  expect(await health()).toMatchObject([{ kind: 'login-hint-no-address', issue: { key: 'HELP-2' } }]);
  expect(JSON.stringify(await health())).not.toContain('ada-1815');
});

test('verdicts that name nobody at all are not told', async () => {
  await verdict(await desk.sendsLink(), { loginHint: undefined });
  expect(await health()).toEqual([]);
});
