import { AppError } from '../../../src/verification/app-error';
import { housekeeping } from '../../../src/verification/upkeep/housekeeping';
import { receiveEvent } from '../../../src/verification/ticket/receive-event';
import { reconcile } from '../../../src/verification/ticket/reconcile';
import { sendLink } from '../../../src/verification/sending/send-link';
import { aLink, reporter } from '../../support/builders';
import { jiraLostTheAnswer } from '../../support/fake-issues';
import { World } from '../../support/world';
import type { Subject } from '../../../src/verification/session/session-record';

const HOUR_MS = 60 * 60_000;

let world: World;
beforeEach(async () => {
  world = new World();
  await sendLink(world, aLink());
});

const busy = () => new AppError('jira-busy', { isRetryable: true });

function titles(): string[] {
  return world.issues.comments.map(({ title, prefix }) => (prefix ? `${prefix}: ${title}` : title));
}

describe('a result that is taken back', () => {
  test.each([
    ['by a failure', () => world.event('failed'), '⚠️ Conflicting results'],
    [
      'by a foreign hint',
      () => world.event('failed', { loginHint: 'bob@example.com' }),
      '⚠️ Different person',
    ],
    [
      'by another identity',
      () => world.event('started', { identityId: 'identity-2' }),
      '⚠️ Manual review required',
    ],
  ])(
    '%s is told, marks the pass’s comment, and moves the request as a failure does',
    async (_, event, title) => {
      await world.pass();
      await world.settle();
      expect(world.issues.statusId).toBe('3');
      await receiveEvent(world, event());
      await world.settle();
      expect(titles()).toEqual(['No longer valid: ✅ Verification passed', title]);
      expect(world.issues.statusId).toBe('4');
    },
  );

  test('leaves a request alone that somebody has moved on from there', async () => {
    await world.pass();
    await world.settle();
    world.issues.statusId = '5';
    await receiveEvent(world, world.event('failed'));
    await world.settle();
    expect(world.issues.statusId).toBe('5');
  });

  test('marks a pass’s comment that shows up late, too', async () => {
    await world.pass();
    world.issues.failures.push({ method: 'addComment', error: jiraLostTheAnswer(), afterwards: true });
    await reconcile(world, '10001');
    await receiveEvent(world, world.event('failed'));
    world.advance(2 * 60_000);
    await world.settle();
    expect(titles()).toEqual(['No longer valid: ✅ Verification passed', '⚠️ Conflicting results']);
  });
});

test('an older link’s outcome that could not be told in time is never told after a newer one’s', async () => {
  await world.pass();
  world.issues.failures.push({ method: 'situation', error: jiraLostTheAnswer() });
  await reconcile(world, '10001');
  await sendLink(world, aLink());
  await receiveEvent(world, world.event('failed', { interviewId: 'session-2' }));
  await world.settle();
  expect(titles()).toEqual(['❌ Verification failed']);
  expect(world.issues.statusId).toBe('4');
});

describe('a pass that is told late', () => {
  test('moves nothing once it no longer counts', async () => {
    await world.pass();
    for (let i = 0; i < 12; i++) world.issues.failures.push({ method: 'situation', error: busy() });
    await world.settle();
    expect(titles()).toEqual(['✅ Verification passed']);
    expect(world.told()?.transition).toEqual({ state: 'left-alone', reason: 'pass-too-old' });
    expect(world.issues.statusId).toBe('1');
  });

  test('is as old as the act: a review that ends well days later moves nothing', async () => {
    await receiveEvent(world, world.event('pending-review'));
    world.advance(72 * HOUR_MS);
    await world.pass();
    await world.settle();
    expect(world.told()?.transition).toEqual({ state: 'left-alone', reason: 'pass-too-old' });
  });
});

describe('an internal note', () => {
  test('is posted once the request is back in a service project', async () => {
    world.issues.isServiceProject = false;
    await world.pass();
    await reconcile(world, '10001');
    expect(titles()).toEqual([]);
    world.issues.isServiceProject = true;
    await world.settle();
    expect(titles()).toEqual(['✅ Verification passed']);
  });

  test('that was posted while the request moved out of its service project is taken back', async () => {
    await world.pass();
    world.issues.during.addComment = () => {
      world.issues.isServiceProject = false;
    };
    await reconcile(world, '10001');
    expect(titles()).toEqual([]);
  });

  test('that was posted then is taken back later, where Jira did not tell the project at once', async () => {
    await world.pass();
    world.issues.during.addComment = () => {
      world.issues.isServiceProject = false;
      world.issues.failures.push({ method: 'situation', error: busy() });
    };
    await world.settle();
    expect(titles()).toEqual(['✅ Verification passed']);
    world.advance(10 * 60_000);
    await housekeeping(world);
    await reconcile(world, '10001');
    expect(titles()).toEqual([]);
  });
});

describe('a verification of somebody who is not known to be the reporter', () => {
  const nobodysAccount: Subject = { ...reporter, reporterAccountId: undefined };
  const cases: [string, Subject, string][] = [
    ['somebody else', { email: 'ada@example.com', reporter: 'other' }, 'ada'],
    ['nobody knows', { email: 'ada@example.com', reporter: 'unknown' }, 'ada'],
    ['the reporter, whose account nobody knows', nobodysAccount, 'ada'],
    ['the reporter, who is another one by now', reporter, 'grace'],
  ];

  async function transitionFor(subject: Subject, reporterNow = 'ada') {
    await sendLink(world, aLink({ subject }));
    world.issues.reporter = reporterNow;
    await world.pass({ interviewId: 'session-2' });
    await world.settle();
    return world.told()?.transition;
  }

  test.each(cases)('(%s) moves the request, and is told as such', async (_, subject, now) => {
    expect(await transitionFor(subject, now)).toMatchObject({ state: 'done' });
    expect(world.issues.comments.at(-1)?.facts.map(({ label }) => label)).toContain('Note');
  });

  test.each(cases)('(%s) moves nothing where the settings say no', async (_, subject, now) => {
    world.telling.doOthersMoveTickets = false;
    expect(await transitionFor(subject, now)).toEqual({ state: 'left-alone', reason: 'not-the-reporter' });
  });

  test('that of the reporter moves the request, and needs no note', async () => {
    world.telling.doOthersMoveTickets = false;
    expect(await transitionFor(reporter)).toMatchObject({ state: 'done' });
    expect(world.issues.comments.at(-1)?.facts.map(({ label }) => label)).not.toContain('Note');
  });
});

describe('of several transitions', () => {
  test('the one that asks for nothing is made', async () => {
    world.issues.transitions = [
      { id: '21', toStatusId: '3', toStatusName: 'In Progress', needsFields: true },
      { id: '22', toStatusId: '3', toStatusName: 'In Progress', needsFields: false },
    ];
    await world.pass();
    await world.settle();
    expect(world.issues.made).toEqual(['22']);
  });

  test('none counts for its own name: only the status that it leads to does', async () => {
    // Its name is that of the status a pass is mapped to; it leads somewhere else.
    const named = {
      id: '23',
      name: 'In Progress',
      toStatusId: '6',
      toStatusName: 'Resolved',
      needsFields: false,
    };
    world.issues.transitions = [named];
    await world.pass();
    await world.settle();
    expect(world.told()?.transition).toEqual({ state: 'impossible', reason: 'no-such-transition' });
    expect(world.issues.statusId).toBe('1');
  });
});

test('an outcome whose message was lost is told by housekeeping, and then nothing is due', async () => {
  await world.pass();
  world.pushed.length = 0;
  world.advance(60_000);
  await housekeeping(world);
  expect(world.pushed).toEqual(['10001']);
  await world.settle();
  for await (const id of world.store.due(Number.MAX_SAFE_INTEGER)) throw new Error(`${id} is still due`);
});
