import fc from 'fast-check';
import { AppError } from '../../../src/verification/app-error';
import { sendLink } from '../../../src/verification/sending/send-link';
import { releaseRequest } from '../../../src/verification/ticket/keep-needs';
import { objectToVerification } from '../../../src/verification/ticket/object-to-verification';
import { receiveEvent } from '../../../src/verification/ticket/receive-event';
import { reportAccounts } from '../../../src/verification/upkeep/report-accounts';
import { add, aLink, anEventOf, aVerification, objected, stateOf, told } from '../../support/builders';
import { World } from '../../support/world';
import type { Objection } from '../../../src/verification/ticket/object-to-verification';

const HOUR_MS = 60 * 60_000;
const subject = {
  email: 'ada@example.com',
  displayName: 'Ada Lovelace',
  reporter: 'reporter',
  reporterAccountId: 'ada',
} as const;
const ada = { accountId: 'ada', email: 'Ada@example.com' };

let world: World;
beforeEach(async () => {
  world = new World();
  await sendLink(world, aLink({ subject }));
});

function object(by = ada, changes: Partial<Objection> = {}): Promise<void> {
  return objectToVerification(world, { issueId: '10001', by, passCountsMs: HOUR_MS, ...changes });
}

test('the session is objected, the request is marked, and agents and administrators are told', async () => {
  await object();
  expect(world.reading()).toMatchObject({ state: 'objected', changedAt: world.time });
  expect(world.ticket().objection).toEqual({ interviewId: 'session-1', at: world.time });
  expect(world.announced.at(-1)).toBe('10001');
  expect(world.problems).toMatchObject([{ kind: 'objected', interviewId: 'session-1' }]);
  await world.settle();
  expect(world.issues.comments).toMatchObject([{ title: '⚠️ The employee objected', isInternal: true }]);
  expect(world.issues.statusId).toBe('4');
});

test('a pass that still counts is taken back; one that no longer does stays', async () => {
  await world.pass();
  await world.settle();
  expect(world.issues.statusId).toBe('3');
  await object();
  await world.settle();
  expect(world.reading().state).toBe('objected');
  expect(world.issues.statusId).toBe('4');
  expect(world.issues.comments).toMatchObject([{ prefix: 'No longer valid' }, {}]);
  expect(world.identity()).toBeUndefined();

  world = new World();
  await sendLink(world, aLink({ subject }));
  await world.pass();
  world.advance(HOUR_MS);
  await object();
  expect(world.reading().state).toBe('passed');
  expect(world.ticket().objection).toBeUndefined();
});

test('to object twice is to object once', async () => {
  await object();
  const first = world.ticket().objection;
  world.advance(1000);
  await object();
  expect(world.ticket().objection).toEqual(first);
  await world.settle();
  expect(world.issues.comments).toHaveLength(1);
});

test('what the queue did not take is told by housekeeping, or by the next try', async () => {
  world.isQueueDown = true;
  await expect(object()).rejects.toThrow('queue down');
  world.isQueueDown = false;
  await object();
  expect(world.pushed).toEqual(['10001']);
});

test.each([
  ['another account', { accountId: 'bob', email: 'ada@example.com' }],
  ['the reporter whose address is another one by now', { accountId: 'ada', email: 'ada.l@example.com' }],
])('%s cannot object', async (_, by) => {
  await expect(object(by)).rejects.toMatchObject({ code: 'not-permitted' });
  expect(world.ticket().objection).toBeUndefined();
});

test('nobody can where the link was about somebody else, or nothing was sent', async () => {
  const other = { email: 'bob@example.com', reporter: 'other' } as const;
  await sendLink(world, aLink({ subject: other, issue: { id: '10002', key: 'HELP-2' } }));
  for (const issueId of ['10002', '10003']) {
    const by = { accountId: 'ada', email: 'bob@example.com' };
    await expect(object(by, { issueId })).rejects.toMatchObject({ code: 'not-permitted' });
  }
});

describe('until an administrator releases the request', () => {
  beforeEach(() => object());

  test('no link can be sent, and administrators are not bothered with each try', async () => {
    await expect(sendLink(world, aLink({ subject }))).rejects.toMatchObject({ code: 'objected' });
    expect(world.requests).toHaveLength(1);
    expect(world.problems).toHaveLength(1);
  });

  test('no result of Incode’s changes it', async () => {
    await world.pass();
    await receiveEvent(world, world.event('failed'));
    expect(world.reading().state).toBe('objected');
  });

  test('the release lets links be sent again, and never revives the session', async () => {
    await world.pass();
    expect(await releaseRequest(world, '10001')).toBe(true);
    expect(await releaseRequest(world, '10001')).toBe(false);
    expect(world.reading().state).toBe('objected');
    await sendLink(world, aLink({ subject }));
    await world.pass({ interviewId: 'session-2' });
    expect(world.reading('session-2').state).toBe('passed');
    expect(world.reading('session-1').state).toBe('objected');
  });
});

describe('a link that was being sent meanwhile', () => {
  beforeEach(async () => {
    world.isEmployeeTold = true;
    world.onRequest = async () => {
      await object();
      return { interviewId: 'session-2' };
    };
    await sendLink(world, aLink({ subject }));
    await world.pass({ interviewId: 'session-2' });
    await world.settle();
  });

  test('arrives on the objected request, and counts for nothing', () => {
    expect(world.ticket()).toMatchObject({ current: 'session-2', objection: { interviewId: 'session-1' } });
    expect(world.reading('session-2')).toMatchObject({
      state: 'objected',
      changedAt: world.ticket().objection?.at,
    });
  });

  test('tells the ticket that the employee objected, and the employee nothing', () => {
    expect(world.issues.comments.map(({ title }) => title)).toEqual(['⚠️ The employee objected']);
    expect(world.issues.statusId).toBe('4');
  });

  test('counts for nothing after the request was released', async () => {
    await releaseRequest(world, '10001');
    expect(world.reading('session-2').state).toBe('objected');
  });
});

test('where another link was accepted first, the objection is about that one', async () => {
  let isFirst = true;
  world.store.beforeCommit = async (changes) => {
    const isObjection = changes.length === 2 && changes.some(({ entity }) => entity === 'ticket');
    if (!isObjection || !isFirst) return;
    isFirst = false;
    await sendLink(world, aLink({ subject }));
  };
  await object();
  expect(world.reading('session-2').state).toBe('objected');
  expect(world.reading('session-1').state).toBe('superseded');
});

test('where storage is down, nothing was objected', async () => {
  world.store.isDown = true;
  await expect(object()).rejects.toThrow(AppError);
});

test('the agent who asked is forgotten on the request, too, once the account is closed', async () => {
  expect(world.ticket().requestedBy).toBe('agent-account');
  world.advance(7 * 24 * HOUR_MS);
  await reportAccounts({
    store: world.store,
    clock: world.clock,
    accountReports: { report: () => Promise.resolve(['agent-account']) },
    namedElsewhere: () => Promise.resolve(new Set<string>()),
    forgetElsewhere: () => Promise.resolve(),
  });
  expect(JSON.stringify(world.ticket())).not.toContain('agent-account');
});

test('in every order with what Incode tells, an objection stands, but for another person’s result', () => {
  const types = ['started', 'progress', 'succeeded', 'failed', 'pending-review'] as const;
  const anEvent = fc
    .tuple(fc.constantFrom(...types), fc.nat(100), fc.constantFrom('one', 'two', undefined), fc.boolean())
    .map(([type, at, identity, isForeign]) => ({
      ...anEventOf(type, at, identity),
      loginHint: told(isForeign ? 'mallory@example.com' : undefined),
      isForeign: isForeign && type !== 'started' && type !== 'progress',
    }));
  fc.assert(
    fc.property(fc.array(anEvent), fc.array(anEvent), (before, later) => {
      const verification = later.reduce(add, objected(before.reduce(add, aVerification()), 50));
      const isForeign = [...before, ...later].some((event) => event.isForeign);
      expect(stateOf(verification, Number.MAX_SAFE_INTEGER)).toBe(isForeign ? 'mismatch' : 'objected');
    }),
  );
});
