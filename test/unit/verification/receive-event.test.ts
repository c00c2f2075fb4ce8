import { receiveEvent } from '../../../src/verification/ticket/receive-event';
import { sendLink } from '../../../src/verification/sending/send-link';
import { aLink } from '../../support/builders';
import { World } from '../../support/world';

let world: World;
beforeEach(async () => {
  world = new World();
  await sendLink(world, aLink());
});

test('an event changes the state, is told to open panels, and its verdict to the queue', async () => {
  world.announced.length = 0;
  await expect(receiveEvent(world, world.event('started'))).resolves.toBe('applied');
  expect(world.reading().state).toBe('started');
  expect(world.pushed).toEqual([]);
  await receiveEvent(world, world.event('succeeded', { identityId: 'identity-1' }));
  expect(world.reading()).toMatchObject({ state: 'passed', identityId: 'identity-1' });
  expect(world.pushed).toEqual(['10001']);
  expect(world.announced).toEqual(['10001', '10001']);
});

test('a duplicate changes nothing, but drives on what is still due', async () => {
  await receiveEvent(world, world.event('succeeded'));
  const before = world.verification();
  await expect(receiveEvent(world, world.event('succeeded'))).resolves.toBe('ignored');
  expect(world.verification()).toEqual(before);
  expect(world.pushed).toEqual(['10001', '10001']);
});

test('what is no verdict drives nothing on: a burst of it must not fill the queue', async () => {
  await receiveEvent(world, world.event('succeeded'));
  for (let count = 0; count < 5; count++) await receiveEvent(world, world.event('progress'));
  expect(world.pushed).toEqual(['10001']);
});

test('an event is refused, for Incode to send it again, when the queue takes nothing', async () => {
  world.isQueueDown = true;
  await expect(receiveEvent(world, world.event('succeeded'))).rejects.toThrow();
  world.isQueueDown = false;
  await receiveEvent(world, world.event('succeeded'));
  expect(world.pushed).toEqual(['10001']);
});

test('an event that meets another write is applied on top of it', async () => {
  let isFirst = true;
  world.store.beforeCommit = async () => {
    if (!isFirst) return;
    isFirst = false;
    await receiveEvent(world, world.event('failed'));
  };
  await receiveEvent(world, world.event('succeeded'));
  expect(world.reading().state).toBe('conflicting');
});

describe('an event of a session that is not ours', () => {
  const foreign = { interviewId: 'foreign', loginHint: 'bob@example.com', identityId: 'identity-of-bob' };

  test('is kept without anything personal in the open', async () => {
    await expect(receiveEvent(world, world.event('succeeded', foreign))).resolves.toBe('kept-for-later');
    const kept = JSON.stringify(world.store.peek('verification', 'foreign'));
    expect(kept).not.toContain('bob@example.com');
    expect(kept).not.toContain('identity-of-bob');
  });

  test('touches no verification and no ticket', async () => {
    const before = [world.verification(), world.ticket()];
    await receiveEvent(world, world.event('succeeded', foreign));
    expect([world.verification(), world.ticket()]).toEqual(before);
    expect(world.pushed).toEqual([]);
  });

  test('is kept once, however often it comes', async () => {
    for (let i = 0; i < 60; i++) await receiveEvent(world, world.event('started', foreign));
    await receiveEvent(world, world.event('succeeded', foreign));
    expect((await world.store.verifications.load('foreign'))?.rev).toBe(2);
  });
});
