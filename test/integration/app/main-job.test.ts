import { desk, useFreshDesk } from './fresh-desk';

useFreshDesk();

interface PanelAnswer {
  value: { ok: true; data: { verification?: { state: string; update?: unknown } } };
}

async function panel(issue = 'HELP-1') {
  const answer = (await desk.invoke({ as: 'agent', functionKey: 'openPanel', issue })) as PanelAnswer;
  return answer.value.data;
}

test('a pass ends with one internal comment naming both ids, the mapped status, and the panel saying so', async () => {
  const session = await desk.sendsLink();
  await desk.completes('pass');
  await desk.settles();
  const { comments, status } = desk.issue('HELP-1');
  expect(status.name).toBe('In Progress');
  expect(comments).toHaveLength(1);
  expect(comments[0]?.internal).toBe(true);
  expect(JSON.stringify(comments[0]?.body)).toContain(session);
  expect(await panel()).toMatchObject({
    verification: { state: 'passed', update: { comment: { state: 'done' }, transition: { state: 'done' } } },
  });
});

test('the link itself is kept nowhere and logged nowhere', async () => {
  await desk.sendsLink();
  const secret = desk.state().incode.messages.at(-1)?.link.split('/').at(-1) ?? 'no link';
  const { kvs, secrets } = desk.state();
  expect(JSON.stringify([kvs, secrets, desk.site.journal.app])).not.toContain(secret);
});

test('a phone number is kept masked only', async () => {
  await desk.sendsLink();
  const { kvs } = desk.state();
  expect(JSON.stringify(kvs)).not.toContain('4155550123');
  expect(JSON.stringify(kvs)).toContain('+1 ••• 0123');
});

test('a second link takes the token of the first', async () => {
  await desk.sendsLink();
  await desk.sendsLink();
  const tokens = desk.site.journal.calls.filter(({ path }) => path.includes('/oauth2/token'));
  // The first one was kept by the link; testing or saving credentials keeps none.
  expect(tokens).toHaveLength(1);
});

test('a token that ends is renewed', async () => {
  await desk.sendsLink();
  await desk.site.clock.advance(20 * 60_000);
  await expect(desk.sendsLink()).resolves.toEqual(expect.any(String));
});

test('a client secret that was generated anew is said to be the credentials’ fault', async () => {
  await desk.sendsLink();
  await desk.site.fetch(
    new Request(`${desk.site.url}/incode/dashboard/integrations/demo/client-secret`, { method: 'POST' }),
  );
  await desk.site.clock.advance(20 * 60_000);
  const payload = { email: 'ada.lovelace@example.com', method: 'sms', phone: '+14155550123' };
  expect(await desk.invoke({ as: 'agent', functionKey: 'sendLink', issue: 'HELP-1', payload })).toMatchObject(
    {
      value: { ok: false, error: { code: 'credentials-rejected' } },
    },
  );
});

test('an unopened link is written down as expired by housekeeping', async () => {
  const session = await desk.sendsLink();
  await desk.site.clock.advance(16 * 60_000);
  const upkeep = () => desk.state().kvs.entities['verification']?.[session]?.details['upkeep'];
  await desk.waitFor(() => (upkeep() as { end?: string } | undefined)?.end === 'expired');
  expect(await panel()).toMatchObject({ verification: { state: 'expired' } });
});

test('Incode’s retries bring a result in that could not be recorded at first', async () => {
  await desk.sendsLink();
  desk.site.faults.add({ target: 'kvs', match: 'transaction', status: 500, times: 2 });
  await desk.completes('pass');
  await desk.waitFor(() => desk.state().incode.deliveries.some(({ state }) => state === 'retrying'));
  await desk.site.clock.advance(40_000);
  await desk.settles();
  expect(desk.issue('HELP-1').status.name).toBe('In Progress');
});

test('a Jira that loses its answer gets the comment once', async () => {
  await desk.sendsLink();
  desk.site.faults.add({ target: 'jira', match: '/comment', drop: true, times: 1 });
  await desk.completes('pass');
  await desk.waitFor(() => desk.issue('HELP-1').comments.length === 1);
  await desk.site.clock.advance(10 * 60_000);
  await desk.settles();
  expect(desk.issue('HELP-1').comments).toHaveLength(1);
  expect(desk.issue('HELP-1').status.name).toBe('In Progress');
});

test('whoever sends links, changes settings or is verified as a reporter is remembered, to be reported to Atlassian', async () => {
  await desk.sendsLink();
  const { account } = desk.state().kvs.entities;
  expect(Object.keys(account ?? {})).toHaveLength(3);
});
