import { AppError } from '../../../src/verification/app-error';
import { housekeeping } from '../../../src/verification/upkeep/housekeeping';
import { receiveEvent } from '../../../src/verification/ticket/receive-event';
import { reconcile } from '../../../src/verification/ticket/reconcile';
import { LEASE_MS } from '../../../src/verification/ticket/retry-rules';
import { RESULT_GRACE_MS } from '../../../src/verification/session/fold';
import { sendLink } from '../../../src/verification/sending/send-link';
import { tryAgain } from '../../../src/verification/ticket/try-again';
import { aLink } from '../../support/builders';
import { jiraLostTheAnswer } from '../../support/fake-issues';
import { World } from '../../support/world';

const LINK_MS = 600_000;
const OF_SESSION_1 = { issueId: '10001', interviewId: 'session-1' };

let world: World;
beforeEach(async () => {
  world = new World();
  await sendLink(world, aLink());
});

const states = () => world.identityFields.written.map(({ state }) => state);
const busy = () => new AppError('jira-busy', { isRetryable: true, retryAfterSeconds: 120 });

test('a sent link is queued for the fields, and waits a moment for what else happens', () => {
  expect(world.pushedForLater).toEqual(['10001']);
  expect(world.pushed).toEqual([]);
});

test('the fields say how the verification stands, step by step', async () => {
  await world.settle();
  world.advance(60_000);
  await receiveEvent(world, world.event('started'));
  await world.settle();
  const actedAt = new Date(world.time).toISOString();
  world.advance(60_000);
  await world.pass();
  await world.settle();
  expect(world.identityFields.written).toEqual([
    { state: 'Link sent', verifiedAt: null },
    { state: 'Link opened', verifiedAt: null },
    { state: 'Passed', verifiedAt: actedAt },
  ]);
});

test('what happens within a few seconds is written once', async () => {
  await receiveEvent(world, world.event('started'));
  world.advance(2_000);
  await world.pass();
  await world.settle();
  expect(states()).toEqual(['Passed']);
});

test('another change right after a write waits until some seconds have gone by', async () => {
  await world.pass();
  await reconcile(world, '10001');
  world.advance(2_000);
  await receiveEvent(world, world.event('failed'));
  await expect(reconcile(world, '10001')).resolves.toMatchObject({ kind: 'later', afterSeconds: 1 });
  await world.settle();
  expect(states()).toEqual(['Passed', 'Conflicting results']);
});

test('a pass that is taken back leaves no time of a pass', async () => {
  await world.pass();
  await world.settle();
  await receiveEvent(world, world.event('failed'));
  await world.settle();
  expect(world.identityFields.values).toEqual({ state: 'Conflicting results', verifiedAt: null });
});

test('a new link ends what the fields said of the older one', async () => {
  await world.pass();
  await world.settle();
  await sendLink(world, aLink());
  await world.settle();
  expect(world.identityFields.values).toEqual({ state: 'Link sent', verifiedAt: null });
});

test('delivered twice, side by side or later, nothing is written twice', async () => {
  await Promise.all([reconcile(world, '10001'), reconcile(world, '10001')]);
  await world.settle();
  await reconcile(world, '10001');
  expect(states()).toEqual(['Link sent']);
});

test.each([
  ['started', LINK_MS + RESULT_GRACE_MS, 'No result'],
  [undefined, LINK_MS, 'Expired'],
] as const)('what only the clock ends is queued by housekeeping (%s)', async (event, ms, state) => {
  if (event) await receiveEvent(world, world.event(event));
  await world.settle();
  world.advance(ms);
  await housekeeping(world);
  expect(world.pushed).toEqual(['10001']);
  await world.settle();
  expect(states().at(-1)).toBe(state);
});

test('an end that cannot be queued is queued by the next run', async () => {
  await world.settle();
  world.advance(LINK_MS);
  world.isQueueDown = true;
  await expect(housekeeping(world)).rejects.toThrow(AggregateError);
  world.isQueueDown = false;
  await housekeeping(world);
  expect(world.pushed).toEqual(['10001']);
});

test('a link whose message was lost is queued again after a minute', async () => {
  world.advance(60_000);
  await housekeeping(world);
  expect(world.pushed).toEqual(['10001']);
  await world.settle();
  world.pushed.length = 0;
  world.advance(60_000);
  await housekeeping(world);
  expect(world.pushed).toEqual([]);
});

test('an answer that was lost is followed by two writes: at once, and when the lost one can no longer come', async () => {
  world.identityFields.failures.push({ error: jiraLostTheAnswer() });
  await world.settle();
  expect(states()).toEqual(['Link sent', 'Link sent']);
  expect(world.ticket().fields).toMatchObject({ state: 'written', unknownAt: undefined });
});

test('a lost write of an older state is written over when it can no longer come', async () => {
  world.identityFields.failures.push({ error: jiraLostTheAnswer() });
  await reconcile(world, '10001');
  world.advance(10_000);
  await world.pass();
  await world.settle();
  expect(states()).toEqual(['Passed', 'Passed']);
});

test('a write that Jira carries out after the function that made it has ended is written over', async () => {
  world.identityFields.during = async () => {
    world.identityFields.during = () => undefined;
    world.advance(LEASE_MS);
    await world.pass();
    await expect(reconcile(world, '10001')).resolves.toMatchObject({ kind: 'later', afterSeconds: 60 });
  };
  await reconcile(world, '10001');
  await world.settle();
  expect(states()).toEqual(['Passed', 'Link sent', 'Passed']);
});

test('a busy Jira is left alone for as long as it asks', async () => {
  world.identityFields.failures.push({ error: busy() });
  await expect(reconcile(world, '10001')).resolves.toMatchObject({ kind: 'later', afterSeconds: 120 });
  await world.settle();
  expect(states()).toEqual(['Link sent']);
});

describe('where the fields cannot be written', () => {
  test('comment and status go their way, and Health says it', async () => {
    world.identityFields.isThere = false;
    await world.pass();
    await world.settle();
    expect(world.issues.comments).toHaveLength(1);
    expect(world.issues.statusId).toBe('3');
    expect(world.problems).toMatchObject([{ kind: 'fields-impossible', code: 'no-such-field' }]);
  });

  test('a refusal is final until something changes', async () => {
    world.identityFields.failures.push({ error: new AppError('jira-refused') });
    await expect(reconcile(world, '10001')).resolves.toMatchObject({ kind: 'settled' });
    expect(world.problems).toMatchObject([{ kind: 'fields-impossible', code: 'fields-refused' }]);
    await world.pass();
    await world.settle();
    expect(states()).toEqual(['Passed']);
  });

  test('they can be tried again', async () => {
    world.identityFields.isThere = false;
    await world.settle();
    world.identityFields.isThere = true;
    await tryAgain(world, OF_SESSION_1);
    await world.settle();
    expect(states()).toEqual(['Link sent']);
  });

  test('a request that is gone is no problem of the fields', async () => {
    world.identityFields.failures.push({ error: new AppError('not-found') });
    await world.settle();
    expect(world.problems).toEqual([]);
  });
});
