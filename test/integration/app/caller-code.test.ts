import { callerCodeOf } from '../../support/caller-code';
import { leaksOf } from '../../support/leaks';
import { HelpDesk } from './help-desk';

let desk: HelpDesk;
beforeAll(async () => {
  desk = await HelpDesk.open();
});
afterAll(() => desk.close());
afterEach(() => desk.reset());

const ISSUE = 'HELP-1';
/** Any three digits but these. */
const otherThan = (digits: string) => String((Number(digits) + 1) % 1000).padStart(3, '0');

async function check(sessionId: string, digits: string, as = 'agent', issue = ISSUE) {
  const { value } = (await desk.invoke({
    as,
    functionKey: 'checkCode',
    issue,
    payload: { sessionId, digits },
  })) as { value: { ok: boolean; data?: { kind: string; answer?: string }; error?: { code: string } } };
  return value;
}

function codeOf(sessionId: string): { first: string; last: string } {
  const code = callerCodeOf(desk.state().secrets, sessionId);
  return { first: code.slice(0, 3), last: code.slice(3) };
}

test('what the caller reads is answered with the rest, and stands in panel and comment', async () => {
  const sessionId = await desk.sendsLink();
  const { first, last } = codeOf(sessionId);
  expect(await check(sessionId, ` ${first.split('').join('-')} `)).toMatchObject({
    ok: true,
    data: { kind: 'confirmed', answer: last },
  });
  expect(await check(sessionId, first, 'admin')).toMatchObject({ error: { code: 'not-permitted' } });
  await desk.completes('pass');
  await desk.settles();
  expect(JSON.stringify(desk.issue(ISSUE).comments)).toContain('Code confirmed');
  const panel = await desk.invoke({ as: 'agent2', functionKey: 'openPanel', issue: ISSUE });
  expect(panel).toMatchObject({ value: { data: { verification: { code: { kind: 'confirmed' } } } } });
  // A search for the code would find it.
  expect(leaksOf(desk.site, [`said ${first}${last} aloud`])).toEqual(['caller’s code']);
});

test('thirty wrong tries at once, by two agents, are three; administrators are told', async () => {
  const sessionId = await desk.sendsLink();
  const wrong = otherThan(codeOf(sessionId).first);
  const tries = Array.from({ length: 30 }, (_, i) => check(sessionId, wrong, i % 2 ? 'agent' : 'agent2'));
  const kinds = (await Promise.all(tries)).map(({ data }) => data?.kind);
  expect(kinds.filter((kind) => kind === 'wrong')).toHaveLength(3);
  expect(kinds.filter((kind) => kind === 'confirmed')).toEqual([]);
  expect(desk.state().kvs.entities['verification']?.[sessionId]?.details).toMatchObject({
    code: { wrong: 3 },
  });
  expect(await check(sessionId, codeOf(sessionId).first)).toMatchObject({
    data: { kind: 'over', whose: 'link' },
  });
  const problems = Object.values(desk.state().kvs.entities['problem'] ?? {});
  expect(problems).toMatchObject([{ details: { kind: 'wrong-codes', issue: { key: ISSUE } } }]);
});

test.each(['12', '1234', 'abc', '', '471902'])('%p is not counted as a try', async (digits) => {
  const sessionId = await desk.sendsLink();
  expect(await check(sessionId, digits)).toMatchObject({ error: { code: 'invalid-input' } });
  expect(desk.state().kvs.entities['verification']?.[sessionId]?.details).not.toHaveProperty('code');
});

test('a session of another request cannot be checked from here', async () => {
  const sessionId = await desk.sendsLink();
  const { first } = codeOf(sessionId);
  expect(await check(sessionId, first, 'agent', 'HELP-2')).toMatchObject({
    error: { code: 'changed-meanwhile' },
  });
});
