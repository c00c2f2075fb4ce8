import { desk, useFreshDesk } from './fresh-desk';

useFreshDesk();

interface SendAnswer {
  value: { ok: true; data: { sessionId: string } } | { ok: false; error: { code: string } };
}

const form = { email: 'ada.lovelace@example.com', method: 'sms', phone: '+14155550123' };

async function send(as = 'agent', issue = 'HELP-1'): Promise<string> {
  const { value } = (await desk.invoke({
    as,
    functionKey: 'sendLink',
    issue,
    payload: form,
  })) as SendAnswer;
  return value.ok ? 'sent' : value.error.code;
}

function tokensAsked(): number {
  return desk.site.journal.calls.filter(({ path }) => path.includes('/oauth2/token')).length;
}

test.each(['the first link', 'a further link'])(
  'two agents at once on one request: one sends, the other is told (%s)',
  async (which) => {
    if (which === 'a further link') await send();
    const before = desk.state().incode.sessions.length;
    const ends = await Promise.all([send('agent'), send('agent2')]);
    expect(ends.sort()).toEqual(['sending-in-progress', 'sent']);
    expect(desk.state().incode.sessions).toHaveLength(before + 1);
  },
);

test.each(['for the first time', 'for a known employee'])(
  'two requests at once for one employee: one sends, the other is told (%s)',
  async (which) => {
    if (which === 'for a known employee') {
      await send();
      await desk.completes('pass');
      await desk.settles();
    }
    const before = desk.state().incode.sessions.length;
    const ends = await Promise.all([send('agent', 'HELP-2'), send('agent2', 'HELP-3')]);
    expect(ends.filter((end) => end === 'sent')).toHaveLength(1);
    expect(desk.state().incode.sessions).toHaveLength(before + 1);
  },
);

test.each(['/entity/set', '/transaction'])(
  'a write to %s whose answer is lost is recognised as ours',
  async (match) => {
    if (match === '/transaction') await send();
    desk.site.faults.add({ target: 'kvs', match, drop: true, times: 1 });
    expect(await send()).toBe('sent');
    await desk.completes('pass');
    await desk.settles();
    expect(desk.issue('HELP-1').status.name).toBe('In Progress');
  },
);

test('a token that Incode no longer takes is renewed within the same click', async () => {
  await send();
  desk.site.faults.add({ target: 'egress', match: 'request-new', status: 401, times: 1 });
  expect(await send()).toBe('sent');
  expect(tokensAsked()).toBe(2);
});

test.each([
  [{ status: 503 }, 'incode-unreachable'],
  [{ status: 500 }, 'in-doubt'],
  [{ status: 429 }, 'incode-busy'],
  [{ status: 401 }, 'credentials-rejected'],
  [{ drop: true }, 'in-doubt'],
])('Incode’s %p is %s, and nothing is half-saved', async (fault, code) => {
  await send();
  const { current } = desk.state().kvs.entities['ticket']?.['10101']?.details ?? {};
  desk.site.faults.add({ target: 'egress', match: 'request-new', ...fault });
  expect(await send()).toBe(code);
  const { verification, ticket } = desk.state().kvs.entities;
  expect(ticket?.['10101']?.details['current']).toBe(current);
  expect(Object.keys(verification ?? {})).toEqual([current]);
});

test('an Incode that does not answer within 12 s is in doubt', async () => {
  desk.site.faults.add({ target: 'egress', match: 'request-new', delay: 15_000, times: 1 });
  const end = send();
  await desk.waitFor(() => tokensAsked() === 1);
  await desk.site.advance(12_001);
  expect(await end).toBe('in-doubt');
});

test('events that nobody claimed stay when another one comes in the moment they are dropped', async () => {
  const session = 'ffffffffffffffffffffffff';
  const foreign = (eventType: string) => JSON.stringify({ eventType, interviewId: session });
  await desk.webhook(foreign('SESSION_STARTED'));
  const firstAt = desk.state().kvs.entities['verification']?.[session]?.details['firstAt'];
  await desk.site.advance(61 * 60_000);
  desk.site.faults.add({ target: 'kvs', match: '/transaction', delay: 30_000, times: 1 });
  const { calls } = desk.site.journal;
  const before = calls.length;
  const run = desk.site.fetch(new Request(`${desk.site.url}/site/run/housekeeping`, { method: 'POST' }));
  await desk.waitFor(() => calls.slice(before).some(({ path }) => path.includes('/entity/get')));
  await desk.webhook(foreign('SESSION_SUCCEEDED'));
  await desk.site.advance(30_000);
  await run;
  const { verification } = desk.state().kvs.entities;
  expect(verification?.[session]?.details['firstAt']).toBe(firstAt);
});
