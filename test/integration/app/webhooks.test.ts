import { HelpDesk } from './help-desk';
import type { PlatformCall } from 'local-site/journal';

let desk: HelpDesk;
let session: string;
beforeAll(async () => {
  desk = await HelpDesk.open();
});
beforeEach(async () => {
  await desk.reset();
  session = await desk.sendsLink();
});
afterAll(() => desk.close());

function verdict(changes: object = {}): string {
  return JSON.stringify({
    eventType: 'SESSION_SUCCEEDED',
    interviewId: session,
    loginHint: 'ada.lovelace@example.com',
    ...changes,
  });
}

/** What a webhook that is refused, unreadable or foreign may not change: verifications of ours, tickets, settings. */
function ours(): unknown {
  const { kvs, jira } = desk.state();
  const { verification, ticket, settings } = kvs.entities;
  return structuredClone({ verification: verification?.[session], ticket, settings, issues: jira.issues });
}

/** The most calls of which each began when the one before had ended. */
function longestChain(calls: PlatformCall[]): number {
  const spans = calls.map(({ at, ms }) => ({ start: Date.parse(at), end: Date.parse(at) + ms }));
  let length = 0;
  let last = -Infinity;
  for (const { start, end } of spans.toSorted((a, b) => a.end - b.end)) {
    // The journal counts whole milliseconds.
    if (start + 5 < last) continue;
    length++;
    last = end;
  }
  return length;
}

describe('without the secret', () => {
  test.each<[string, Record<string, string>]>([
    ['no header', {}],
    ['an empty value', { 'X-Incode-Webhook-Secret': '' }],
    ['a wrong value', { 'X-Incode-Webhook-Secret': 'a'.repeat(43) }],
    ['another scheme', { Authorization: 'Bearer undefined' }],
  ])('%s is refused, with the same words, and changes nothing', async (_name, headers) => {
    const before = ours();
    const response = await desk.webhook(verdict(), headers);
    expect(response.status).toBe(401);
    expect(await response.text()).toBe('{"error":"Not accepted."}');
    expect(ours()).toEqual(before);
  });

  test('nothing of the body is looked at', async () => {
    expect((await desk.webhook('{"', {})).status).toBe(401);
  });

  test('every webhook is refused when no secret was ever made', async () => {
    const [header] = Object.keys(desk.secretHeader());
    const { kvs } = desk.state();
    const digests = kvs.entities['settings']?.['settings']?.details['webhookSecrets'];
    expect(digests).toHaveLength(1);
    const response = await desk.webhook(verdict(), {
      [header ?? '']: (digests as { digest: string }[])[0]?.digest ?? '',
    });
    expect(response.status).toBe(401);
  });
});

describe('with the secret', () => {
  test('a verdict reaches the verification and the ticket', async () => {
    const response = await desk.webhook(verdict({ identityId: '65f1beef65f1beef65f1beef' }));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    await desk.settles();
    expect(desk.issue('HELP-1').status.name).toBe('In Progress');
    expect(desk.issue('HELP-1').comments).toHaveLength(1);
  });

  test('the header’s name is found however it is written', async () => {
    const entries = Object.entries(desk.secretHeader()).map(([name, value]) => [name.toUpperCase(), value]);
    expect(
      (await desk.webhook(verdict(), Object.fromEntries(entries) as Record<string, string>)).status,
    ).toBe(200);
  });

  test.each(['', 'nonsense', '[]', '{}', '{"eventType":"SESSION_SUCCEEDED"}'])(
    '%p is a 400 and changes nothing',
    async (body) => {
      const before = ours();
      expect((await desk.webhook(body)).status).toBe(400);
      expect(ours()).toEqual(before);
    },
  );

  test('anything but a post is a 405', async () => {
    expect((await desk.webhook('', desk.secretHeader(), 'GET')).status).toBe(405);
  });

  test('a session that is not ours is a quiet 200 and changes nothing of ours', async () => {
    const before = ours();
    const response = await desk.webhook(
      verdict({ interviewId: 'ffffffffffffffffffffffff', loginHint: 'bob@example.com' }),
    );
    expect(response.status).toBe(200);
    await desk.settles();
    expect(ours()).toEqual(before);
    expect(JSON.stringify(desk.state().kvs)).not.toContain('bob@example.com');
  });

  test.each(['IDENTITY_ENROLLED', 'ONBOARDING_FINISHED', 'SESSION_SOMETHING_NEW'])(
    '%s is a quiet 200 and changes nothing',
    async (eventType) => {
      const before = ours();
      expect((await desk.webhook(verdict({ eventType }))).status).toBe(200);
      expect(ours()).toEqual(before);
    },
  );

  test('storage that is down is a 503, so that Incode sends the event again', async () => {
    desk.site.faults.add({ target: 'kvs', match: 'transaction', status: 500 });
    expect((await desk.webhook(verdict())).status).toBe(503);
    desk.site.faults.clear();
    expect((await desk.webhook(verdict())).status).toBe(200);
    await desk.settles();
    expect(desk.issue('HELP-1').status.name).toBe('In Progress');
  });

  test('waits for storage three times in a row, whatever runs beside that, and pushes once', async () => {
    await desk.webhook(verdict({ eventType: 'SESSION_STARTED' }));
    desk.site.faults.add({ target: 'kvs', delay: 250 });
    const from = desk.site.journal.calls.length;
    await desk.webhook(verdict());
    desk.site.faults.clear();
    const calls = desk.site.journal.calls.slice(from).filter(({ module }) => module === 'incode-webhook');
    const storage = calls.filter(({ target }) => target === 'kvs');
    // Settings, verification, verification; beside the last two, the journal.
    expect(storage.map(({ path }) => path).sort()).toEqual([
      ...Array<string>(3).fill('/api/v1/entity/get'),
      ...Array<string>(2).fill('/api/v1/transaction'),
    ]);
    expect(longestChain(storage)).toBe(3);
    expect(calls.filter(({ target }) => target === 'queue')).toHaveLength(1);
    await desk.settles();
  });
});

describe('the settings page knows', () => {
  const activity = () => desk.state().kvs.entities['webhook-journal']?.['webhook-journal']?.details;

  test('of each event how many came and when the last one did', async () => {
    for (const eventType of ['SESSION_STARTED', 'SESSION_STARTED', 'SESSION_SUCCEEDED']) {
      await desk.webhook(verdict({ eventType }));
      await desk.site.clock.advance(1_000);
    }
    expect(activity()).toMatchObject({ events: { started: { count: 2 }, succeeded: { count: 1 } } });
    await desk.settles();
  });

  test('that a burst came, without each of it being written down', async () => {
    const before = desk.site.journal.calls.length;
    for (let count = 0; count < 5; count++)
      await desk.webhook(JSON.stringify({ eventType: 'SOMETHING_NEW' }));
    const calls = desk.site.journal.calls.slice(before);
    expect(activity()).toMatchObject({ events: { 'other:SOMETHING_NEW': { count: 1 } } });
    // The settings five times, and once the journal, read and written.
    expect(calls).toHaveLength(5 + 2);
  });

  test('why a webhook was refused or unreadable, with names of keys and no values', async () => {
    const body = { event_kind: 'SESSION_SUCCEEDED', email: 'bob@example.com', 'bob@example.com': 1 };
    expect((await desk.webhook(JSON.stringify(body))).status).toBe(400);
    expect(activity()).toMatchObject({
      refusals: [{ reason: 'no-event', keys: ['event_kind', 'email', '…'] }],
    });
    expect(JSON.stringify(desk.state().kvs)).not.toContain('bob@example.com');
  });

  test('of refusals a sample: one a minute at most', async () => {
    for (let count = 0; count < 5; count++) await desk.webhook(verdict(), {});
    expect(activity()?.['refusals']).toMatchObject([{ reason: 'no-secret' }]);
    await desk.site.clock.advance(61_000);
    await desk.webhook(verdict(), { 'X-Incode-Webhook-Secret': 'wrong' });
    expect(activity()?.['refusals']).toMatchObject([{ reason: 'wrong-secret' }, { reason: 'no-secret' }]);
  });
});
