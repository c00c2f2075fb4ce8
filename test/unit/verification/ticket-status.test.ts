import { receiveEvent } from '../../../src/verification/ticket/receive-event';
import { sendLink } from '../../../src/verification/sending/send-link';
import { reconcile } from '../../../src/verification/ticket/reconcile';
import { aLink } from '../../support/builders';
import { jiraLostTheAnswer } from '../../support/fake-issues';
import { World } from '../../support/world';

let world: World;
beforeEach(async () => {
  world = new World();
  await sendLink(world, aLink());
});

test('a link that is accepted while an older result moves the issue: its own result moves on from there', async () => {
  await receiveEvent(world, world.event('pending-review'));
  const status = { id: world.issues.statusId, seenAt: world.time };
  await world.settle();
  expect(world.issues.statusId).toBe('5');
  await sendLink(world, aLink({ status }));
  await receiveEvent(world, world.event('succeeded', { interviewId: 'session-2' }));
  await world.settle();
  expect(world.issues.statusId).toBe('3');
});

describe('review, overtaken by a pass', () => {
  test('after a move whose answer was lost: the pass moves the issue on from there', async () => {
    await receiveEvent(world, world.event('pending-review'));
    world.issues.failures.push({ method: 'transition', error: jiraLostTheAnswer(), afterwards: true });
    await reconcile(world, '10001');
    expect(world.issues.statusId).toBe('5');
    await world.pass();
    await world.settle();
    expect(world.issues.statusId).toBe('3');
  });

  test('before anything was tried: where somebody has moved the issue there, it is left alone', async () => {
    await receiveEvent(world, world.event('pending-review'));
    world.issues.statusId = '5';
    await world.pass();
    await world.settle();
    expect(world.told()?.transition).toEqual({ state: 'left-alone', reason: 'moved-meanwhile' });
  });
});

test('a pass that is taken back while Jira may still move the issue for it: the move is waited for, and undone', async () => {
  await receiveEvent(world, world.event('succeeded'));
  world.issues.failures.push({ method: 'transition', error: jiraLostTheAnswer() });
  await reconcile(world, '10001');
  await receiveEvent(world, world.event('failed'));
  await reconcile(world, '10001');
  expect(world.told()?.transition).toEqual({ state: 'due' });
  world.issues.statusId = '3';
  await world.settle();
  expect(world.issues.statusId).toBe('4');
});

describe('the status is left alone', () => {
  async function transitionAfterPass() {
    await world.pass();
    await world.settle();
    return world.told()?.transition;
  }

  test('where somebody moved the issue meanwhile', async () => {
    world.issues.statusId = '4';
    expect(await transitionAfterPass()).toEqual({ state: 'left-alone', reason: 'moved-meanwhile' });
    expect(world.issues.statusId).toBe('4');
  });

  test('where the issue is done', async () => {
    world.issues.isDone = true;
    expect(await transitionAfterPass()).toEqual({ state: 'left-alone', reason: 'already-done-status' });
  });

  test('where nothing is mapped', async () => {
    delete world.targets['passed'];
    expect(await transitionAfterPass()).toEqual({ state: 'left-alone', reason: 'no-mapping' });
  });

  test('where it already is the mapped one', async () => {
    world.targets['passed'] = { id: '1', name: 'Waiting for support' };
    expect(await transitionAfterPass()).toEqual({ state: 'left-alone', reason: 'already-there' });
  });

  test('where the workflow has no way there', async () => {
    world.targets['passed'] = { id: '99', name: 'Nowhere' };
    expect(await transitionAfterPass()).toEqual({ state: 'impossible', reason: 'no-such-transition' });
  });

  test('where the status has another id by now, its name leads there', async () => {
    world.targets['passed'] = { id: '99', name: 'In Progress' };
    expect(await transitionAfterPass()).toMatchObject({ state: 'done', ref: '3' });
  });
});

test('a demo result moves no ticket unless that is set, and says DEMO', async () => {
  world = new World();
  world.environment = 'demo';
  await sendLink(world, aLink());
  await world.pass();
  await world.settle();
  expect(world.told()?.transition).toEqual({ state: 'left-alone', reason: 'demo' });
  expect(world.issues.comments[0]?.title).toBe('✅ Verification passed (DEMO)');
});
