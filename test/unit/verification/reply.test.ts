import { AppError } from '../../../src/verification/app-error';
import { reconcile } from '../../../src/verification/ticket/reconcile';
import { receiveEvent } from '../../../src/verification/ticket/receive-event';
import { sendLink } from '../../../src/verification/sending/send-link';
import { tryAgain } from '../../../src/verification/ticket/try-again';
import { aLink, reporter } from '../../support/builders';
import { jiraLostTheAnswer } from '../../support/fake-issues';
import { World } from '../../support/world';

let world: World;
beforeEach(() => {
  world = new World();
  world.isEmployeeTold = true;
});

const replies = () =>
  world.issues.comments.filter(({ mark }) => mark.outcome.startsWith('reply-')).map(({ body }) => body);

async function sent(changes: Parameters<typeof aLink>[0] = {}): Promise<void> {
  await sendLink(world, aLink({ subject: reporter, ...changes }));
  await world.settle();
}

test('the employee is told of a link, and of a pass, once each, in public and without names', async () => {
  await sent();
  await receiveEvent(world, world.event('started'));
  await world.settle();
  world.advance(60_000);
  await world.pass();
  await world.settle();
  await world.settle();
  expect(replies()).toEqual(['reply for sent', 'reply for passed']);
  const [reply] = world.issues.comments;
  expect(reply).toMatchObject({ isInternal: false, title: '', facts: [] });
});

test('nobody is told while the setting is off', async () => {
  world.isEmployeeTold = false;
  await sent();
  await world.pass();
  await world.settle();
  expect(replies()).toEqual([]);
});

test('a setting that is switched off meanwhile ends it', async () => {
  await sendLink(world, aLink({ subject: reporter }));
  world.isEmployeeTold = false;
  await world.settle();
  expect(replies()).toEqual([]);
});

test.each(['grace', undefined])(
  'whoever is the reporter by now is told nothing of a check of somebody else (%s)',
  async (account) => {
    await sendLink(world, aLink({ subject: reporter }));
    world.issues.reporter = account;
    await world.pass();
    await world.settle();
    expect(replies()).toEqual([]);
  },
);

test.each(['other', 'unknown'] as const)(
  'a reporter who is not known to be the employee is told nothing (%s)',
  async (match) => {
    await sent({ subject: { email: 'ada@example.com', reporter: match } });
    await world.pass();
    await world.settle();
    expect(replies()).toEqual([]);
  },
);

test('a failure is not told', async () => {
  await sent();
  await receiveEvent(world, world.event('failed'));
  await world.settle();
  expect(replies()).toEqual(['reply for sent']);
});

test('a pass that is taken back before it is told is not told', async () => {
  await sent();
  await world.pass();
  await receiveEvent(world, world.event('failed'));
  await world.settle();
  expect(replies()).toEqual(['reply for sent']);
});

describe('a pass that is taken back after it was told', () => {
  const INVALID = 'No longer valid: your identity isn’t confirmed for this request.';
  const prefixes = () => world.issues.comments.map(({ prefix }) => prefix);

  test.each([
    ['conflicting', {}],
    ['mismatch', { loginHint: 'mallory@example.com' }],
  ] as const)('is marked where the employee reads it (%s)', async (outcome, hint) => {
    await sent();
    await world.pass();
    await world.settle();
    await receiveEvent(world, world.event('failed', hint));
    await world.settle();
    expect(world.told()).toMatchObject({ outcome, outdated: [] });
    expect(prefixes().toSorted()).toEqual(['No longer valid', INVALID, undefined, undefined]);
  });

  test('is marked where Jira’s answer to it was lost, and only once', async () => {
    await sent();
    await world.pass();
    const lost = { method: 'addComment', error: jiraLostTheAnswer(), afterwards: true } as const;
    world.issues.failures.push(lost, lost);
    await reconcile(world, '10001');
    await receiveEvent(world, world.event('failed'));
    await world.settle();
    expect(prefixes().toSorted()).toEqual(['No longer valid', INVALID, undefined, undefined]);
  });

  test('is marked where the reporter has changed since', async () => {
    await sent();
    await world.pass();
    const lost = { method: 'addComment', error: jiraLostTheAnswer(), afterwards: true } as const;
    world.issues.failures.push(lost, lost);
    await reconcile(world, '10001');
    world.advance(60_000);
    await reconcile(world, '10001');
    world.issues.reporter = 'grace';
    world.advance(600_000);
    await reconcile(world, '10001');
    await receiveEvent(world, world.event('failed'));
    await world.settle();
    expect(prefixes().toSorted()).toEqual(['No longer valid', INVALID, undefined, undefined]);
  });

  test('what was told of the link itself stays as it is', async () => {
    await sent();
    await receiveEvent(world, world.event('failed'));
    await receiveEvent(world, world.event('succeeded'));
    await world.settle();
    expect(prefixes()).toEqual([undefined, undefined]);
  });
});

test('a demo result says so', async () => {
  world.environment = 'demo';
  await sent();
  expect(world.issues.comments[0]).toMatchObject({ title: 'DEMO', body: 'reply for sent' });
});

test('a reply whose answer was lost is found, and not posted again', async () => {
  world.issues.failures.push({ method: 'addComment', error: jiraLostTheAnswer(), afterwards: true });
  await sent();
  expect(replies()).toEqual(['reply for sent']);
});

test('where comments in the project are stopped, this stops too', async () => {
  world.stopped = [{ id: '10000', key: 'HELP', at: 0 }];
  await sent();
  expect(replies()).toEqual([]);
  expect(world.problems).toMatchObject([{ kind: 'reply-impossible', code: 'project-stopped' }]);
});

test('nobody is told in a project that has no portal', async () => {
  world.issues.isServiceProject = false;
  await sent();
  expect(replies()).toEqual([]);
});

test('a refusal is said to administrators, and comment and status go their way', async () => {
  world.issues.failures.push({ method: 'addComment', error: new AppError('jira-refused') });
  await sent();
  expect(world.problems).toMatchObject([{ kind: 'reply-impossible', code: 'refused' }]);
  await world.pass();
  await world.settle();
  expect(world.told()).toMatchObject({ comment: { state: 'done' }, transition: { state: 'done' } });
  expect(replies()).toEqual(['reply for passed']);
});

describe('a reply that could not be added', () => {
  const OF_SESSION_1 = { issueId: '10001', interviewId: 'session-1' };
  const stopped = [{ id: '10000', key: 'HELP', at: 0 }];

  test('is added once comments are resumed and it is tried again', async () => {
    world.stopped = stopped;
    await sent();
    world.stopped = [];
    await tryAgain(world, OF_SESSION_1);
    await world.settle();
    expect(replies()).toEqual(['reply for sent']);
    await expect(tryAgain(world, OF_SESSION_1)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('is a problem again while comments are still stopped', async () => {
    world.stopped = stopped;
    await sent();
    world.problems.length = 0;
    await tryAgain(world, OF_SESSION_1);
    await world.settle();
    expect(world.problems).toMatchObject([{ kind: 'reply-impossible', code: 'project-stopped' }]);
  });

  test('is not added any more once the link has ended', async () => {
    world.stopped = stopped;
    await sent();
    world.stopped = [];
    world.advance(3_600_000);
    await tryAgain(world, OF_SESSION_1);
    await world.settle();
    expect(replies()).toEqual([]);
  });
});
