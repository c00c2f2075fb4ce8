import fc from 'fast-check';
import { HelpDesk } from './help-desk';

const REQUESTS = 2_000;
/** The clock goes on so that no more than Forge's 5,000 invocations are made within a minute. */
const AT_ONCE = 100;
const PAUSE_MS = 2_000;
/** No invocation may come near the 55 s that Forge grants; these take milliseconds. */
const PATIENCE_MS = 5_000;
/** Stands somewhere in every body, so that it can be looked for where it must not be. */
const MARK = 'm4rk-0f-a-b0dy';

let desk: HelpDesk;
let session: string;
beforeAll(async () => {
  desk = await HelpDesk.open();
  session = await desk.sendsLink();
});
afterAll(() => desk.close());

const events = ['SESSION_STARTED', 'SESSION_SUCCEEDED', 'SESSION_FAILED', 'SESSION_PENDING_REVIEW', 'OTHER'];
const keys = ['eventType', 'event', 'type', 'status', 'interviewId', 'interview_id', 'sessionId', 'id'];
const moreKeys = ['data', 'payload', 'loginHint', 'login_hint', 'identityId', 'timestamp'];
const prototypeKeys = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];

const value = fc.oneof(
  fc.constantFrom<unknown>(...events, MARK, '', null, true, 0, -1, 1e308, '66b1f3a2c4d5e6f708192a3b', [], {}),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
);
const flat = fc.dictionary(fc.constantFrom(...keys, ...moreKeys, ...prototypeKeys), value, { maxKeys: 8 });
const nested = fc
  .tuple(fc.constantFrom('data', 'session', 'payload'), flat, flat)
  .map(([key, inner, outer]) => ({ ...outer, [key]: inner }));
const deep = fc
  .tuple(fc.constantFrom('[', '{"a":'), fc.integer({ min: 1, max: 5_000 }), fc.boolean())
  .map(([open, depth, isClosed]) => {
    const close = open === '[' ? ']' : '}';
    return `${open.repeat(depth)}"${MARK}"${isClosed ? close.repeat(depth) : ''}`;
  });
const prototypes = flat.map((body) => `{"__proto__":${JSON.stringify(body)},"constructor":{"prototype":1}}`);
const sized = fc.constantFrom(1_000, 60_000, 1_048_576).map((size) => `{"${MARK}":"${'x'.repeat(size)}"}`);
const truncated = fc
  .tuple(flat, fc.nat({ max: 200 }))
  .map(([body, length]) => JSON.stringify({ ...body, [MARK]: 1 }).slice(0, length));

const body = fc.oneof(
  { weight: 40, arbitrary: flat.map((each) => JSON.stringify({ ...each, note: MARK })) },
  { weight: 40, arbitrary: nested.map((each) => JSON.stringify({ ...each, note: MARK })) },
  { weight: 10, arbitrary: prototypes },
  { weight: 10, arbitrary: truncated },
  { weight: 10, arbitrary: deep },
  { weight: 10, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }).map((text) => MARK + text) },
  { weight: 5, arbitrary: fc.array(value).map((each) => JSON.stringify([MARK, ...each])) },
  { weight: 1, arbitrary: sized },
);
const headers = fc.dictionary(
  fc.constantFrom('content-type', 'content-encoding', 'accept', 'authorization', 'x-forwarded-for', 'cookie'),
  fc.constantFrom(
    'application/json',
    'text/plain',
    'gzip',
    'Bearer x',
    '',
    'application/json; charset=utf-16',
  ),
);
const method = fc.oneof(
  { weight: 8, arbitrary: fc.constant('POST') },
  { weight: 2, arbitrary: fc.constantFrom('GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS') },
);
const request = fc.record({ body, headers, method });

/** What no bad input may change: verifications, tickets, settings, and what stands in Jira. */
function ours(): unknown {
  const { kvs, jira } = desk.state();
  const { verification, ticket, settings } = kvs.entities;
  return structuredClone({ verification: verification?.[session], ticket, settings, issues: jira.issues });
}

async function everyRequestIsRefusedOrIgnored(secret: Record<string, string>): Promise<Set<number>> {
  await desk.fieldsSettle();
  const before = ours();
  const statuses = new Set<number>();
  let made = 0;
  const property = fc.asyncProperty(request, async (sent) => {
    if (++made % AT_ONCE === 0) await desk.site.clock.advance(PAUSE_MS);
    const startedAt = performance.now();
    const { status } = await desk.webhook(sent.body, { ...sent.headers, ...secret }, sent.method);
    statuses.add(status);
    expect(performance.now() - startedAt).toBeLessThan(PATIENCE_MS);
    expect([200, 400, 401, 405]).toContain(status);
  });
  await fc.assert(property, { numRuns: REQUESTS });
  expect(ours()).toEqual(before);
  const logged = JSON.stringify(desk.site.journal.app);
  expect(logged).not.toContain(MARK);
  return statuses;
}

test('whatever comes without the secret is refused, and changes nothing', async () => {
  expect(await everyRequestIsRefusedOrIgnored({})).toEqual(new Set([401]));
});

test('whatever comes with the secret is ignored or refused, and changes nothing', async () => {
  const statuses = await everyRequestIsRefusedOrIgnored(desk.secretHeader());
  expect([...statuses].sort()).toEqual([200, 400, 405]);
});
