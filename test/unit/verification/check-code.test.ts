import { AppError } from '../../../src/verification/app-error';
import { sendLink } from '../../../src/verification/sending/send-link';
import { checkCode } from '../../../src/verification/ticket/check-code';
import { objectToVerification } from '../../../src/verification/ticket/object-to-verification';
import { reportAccounts } from '../../../src/verification/upkeep/report-accounts';
import { aLink } from '../../support/builders';
import { World } from '../../support/world';
import type { CodeCheck } from '../../../src/verification/ticket/check-code';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const subject = { email: 'ada@example.com', reporter: 'reporter', reporterAccountId: 'ada' } as const;
/** The code of every session is 471902 here. */
const RIGHT = '471';
const overFor = (whose: 'link' | 'employee') => ({ kind: 'over', whose });

let world: World;
beforeEach(async () => {
  world = new World();
  await sendLink(world, aLink({ subject }));
});

function check(digits: string, changes: Partial<CodeCheck> = {}) {
  const usual = { issueId: '10001', interviewId: 'session-1', by: 'agent-account', passCountsMs: HOUR_MS };
  return checkCode(world, { ...usual, digits, ...changes });
}

/** A link from another request, to the same employee. */
async function sendFrom(issue: number): Promise<{ issueId: string; interviewId: string }> {
  world.advance(600_000);
  const { interviewId, link } = await sendLink(
    world,
    aLink({ subject, issue: { id: String(issue), key: `HELP-${issue}` } }),
  );
  return { issueId: link.issue.id, interviewId };
}

describe('the right digits', () => {
  test('are answered with the other three, and stand as confirmed, by whom and when', async () => {
    const confirmed = { at: world.time, by: 'agent-account' };
    expect(await check(RIGHT)).toEqual({ kind: 'confirmed', ...confirmed, answer: '902' });
    expect(world.verification().code).toEqual({ wrong: 0, confirmed });
    expect(world.announced.at(-1)).toBe('10001');
    expect(world.problems).toEqual([]);
  });

  test('tell the other three again to the agent who confirmed the code, and to nobody else', async () => {
    const { at } = (await check(RIGHT)) as { at: number };
    world.advance(1000);
    const confirmed = { kind: 'confirmed', at, by: 'agent-account' };
    expect(await check(RIGHT)).toEqual({ ...confirmed, answer: '902' });
    expect(await check('000')).toEqual(confirmed);
    expect(await check(RIGHT, { by: 'other-agent' })).toEqual(confirmed);
  });

  test('nothing that is kept or said elsewhere holds a digit', async () => {
    await check('900');
    await check(RIGHT);
    await world.pass();
    await world.settle();
    const kept = ['verification', 'ticket', 'employee', 'account'] as const;
    const all = kept.flatMap((kind) => world.store.keys(kind).map((key) => world.store.peek(kind, key)));
    const heard = JSON.stringify([all, world.issues.comments, world.problems]);
    expect(heard).not.toMatch(/471|902/);
    expect(world.issues.comments[0]?.facts).toContainEqual({
      label: 'Caller’s code',
      value: 'Code confirmed',
    });
  });

  test('a comment from before they were told stays true', async () => {
    await world.pass();
    await world.settle();
    await check(RIGHT);
    await world.settle();
    expect(world.issues.comments[0]?.facts).toContainEqual({
      label: 'Caller’s code',
      value: 'Code not confirmed when this comment was written',
    });
  });
});

describe('wrong digits', () => {
  test('three of them end the use of this link’s code, and administrators are told', async () => {
    expect(await check('000')).toEqual({ kind: 'wrong', triesLeft: 2 });
    expect(await check('001')).toEqual({ kind: 'wrong', triesLeft: 1 });
    expect(world.problems).toEqual([]);
    expect(await check('002')).toEqual({ kind: 'wrong', triesLeft: 0 });
    expect(world.problems).toMatchObject([{ kind: 'wrong-codes', interviewId: 'session-1' }]);
    expect(await check(RIGHT)).toEqual(overFor('link'));
    expect(world.verification().code).toEqual({ wrong: 3 });
  });

  test('five within a day end the use of all codes of the employee, until they are a day old', async () => {
    for (const digits of ['000', '001', '002']) await check(digits);
    const second = await sendFrom(10002);
    expect(await check('000', second)).toEqual({ kind: 'wrong', triesLeft: 1 });
    expect(await check('001', second)).toEqual({ kind: 'wrong', triesLeft: 0 });
    expect(world.problems).toHaveLength(2);
    expect(await check(RIGHT, second)).toEqual(overFor('employee'));
    world.advance(DAY_MS);
    const third = await sendFrom(10003);
    expect(await check(RIGHT, third)).toMatchObject({ kind: 'confirmed' });
  });

  test('thirty at once are three', async () => {
    const digits = Array.from({ length: 30 }, (_, i) => String(i).padStart(3, '0'));
    const ends = await Promise.all(digits.map((each) => check(each)));
    expect(ends.filter(({ kind }) => kind === 'wrong')).toHaveLength(3);
    expect(ends.filter(({ kind }) => kind === 'over')).toHaveLength(27);
    expect(world.verification().code).toEqual({ wrong: 3 });
    expect(world.employee()?.wrongCodes).toHaveLength(3);
  });

  test('among thirty at once, the right digits tell nothing once three wrong ones came first', async () => {
    const digits = [...Array.from({ length: 29 }, () => '000'), RIGHT];
    const ends = await Promise.all(digits.map((each) => check(each)));
    expect(ends.at(-1)).toEqual(overFor('link'));
  });

  test('are not answered where they could not be counted', async () => {
    world.store.beforeCommit = () => {
      throw new Error('storage is away');
    };
    await expect(check('000')).rejects.toThrow('storage is away');
    await expect(check(RIGHT)).rejects.toThrow('storage is away');
  });
});

describe('a code can be checked only', () => {
  const ofNoUse = { code: 'changed-meanwhile' };

  test('for the current link', async () => {
    await expect(check(RIGHT, { issueId: '10009' })).rejects.toMatchObject(ofNoUse);
    await world.pass();
    await sendLink(world, aLink({ subject }));
    await expect(check(RIGHT)).rejects.toMatchObject(ofNoUse);
    await expect(check(RIGHT, { interviewId: 'session-9' })).rejects.toMatchObject(ofNoUse);
    expect(await check(RIGHT, { interviewId: 'session-2' })).toMatchObject({ kind: 'confirmed' });
  });

  test('while the link can be completed, is reviewed, or its pass counts', async () => {
    await world.pass();
    expect(await check('000')).toEqual({ kind: 'wrong', triesLeft: 2 });
    world.advance(HOUR_MS);
    await expect(check(RIGHT)).rejects.toMatchObject(ofNoUse);
  });

  test('where the link is still out', async () => {
    world.advance(600_000);
    await expect(check(RIGHT)).rejects.toMatchObject(ofNoUse);
  });

  test.each(['other', 'unknown'] as const)(
    'where the employee can read it: reporter is %s',
    async (reporter) => {
      const { interviewId } = await sendLink(world, aLink({ subject: { email: subject.email, reporter } }));
      await expect(check(RIGHT, { interviewId })).rejects.toMatchObject(ofNoUse);
    },
  );

  test('where the employee does not object', async () => {
    const by = { accountId: 'ada', email: subject.email };
    await objectToVerification(world, { issueId: '10001', by, passCountsMs: HOUR_MS });
    await expect(check(RIGHT)).rejects.toMatchObject({ code: 'objected' });
  });
});

test('the agent who confirmed a code is reported to Atlassian, and forgotten once the account is closed', async () => {
  await check(RIGHT, { by: 'other-agent' });
  world.advance(7 * DAY_MS);
  await reportAccounts({
    store: world.store,
    clock: world.clock,
    accountReports: { report: () => Promise.resolve(['other-agent']) },
    namedElsewhere: () => Promise.resolve(new Set<string>()),
    forgetElsewhere: () => Promise.resolve(),
  });
  expect(world.verification().code?.confirmed?.by).toBe('');
  expect(world.store.keys('account').sort()).toEqual(['ada', 'agent-account']);
});

// A rejection that nobody waits for ends the function's process; Jest fails a test that leaves one.
test('a key that cannot be read is an answer, however long the session takes to be read', async () => {
  const { tickets } = world.store;
  const load = tickets.load.bind(tickets);
  tickets.load = async (issueId) => {
    await new Promise(setImmediate);
    return load(issueId);
  };
  world.pseudonyms.callerCode = () => Promise.reject(new AppError('storage-unavailable'));
  await expect(check(RIGHT)).rejects.toMatchObject({ code: 'storage-unavailable' });
});
