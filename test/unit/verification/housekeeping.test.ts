import { housekeeping } from '../../../src/verification/upkeep/housekeeping';
import { receiveEvent } from '../../../src/verification/ticket/receive-event';
import { RESULT_GRACE_MS } from '../../../src/verification/session/fold';
import { sendLink } from '../../../src/verification/sending/send-link';
import { aLink } from '../../support/builders';
import { World } from '../../support/world';

const LINK_MS = 600_000;

let world: World;
beforeEach(async () => {
  world = new World();
  await sendLink(world, aLink());
});

test('nothing due, nothing done', async () => {
  const before = world.verification();
  await housekeeping(world);
  expect(world.verification()).toEqual(before);
});

test('an unopened link is written down as expired when it has ended', async () => {
  world.advance(LINK_MS);
  await housekeeping(world);
  expect(world.reading().state).toBe('expired');
});

test('an opened link without result is written down as such', async () => {
  await receiveEvent(world, world.event('started'));
  world.advance(LINK_MS + RESULT_GRACE_MS);
  await housekeeping(world);
  expect(world.reading().state).toBe('no-result');
});

test('no result is told once it is written down, and not before', async () => {
  await receiveEvent(world, world.event('started'));
  world.advance(LINK_MS + RESULT_GRACE_MS);
  const commit = world.store.commit.bind(world.store);
  world.store.commit = () => Promise.resolve(false);
  await housekeeping(world);
  expect(world.problems).toEqual([]);
  world.store.commit = commit;
  await housekeeping(world);
  expect(world.problems).toMatchObject([{ kind: 'no-result', interviewId: 'session-1' }]);
});

test('a ticket does not wait behind sessions that nobody claimed', async () => {
  await receiveEvent(world, world.event('succeeded'));
  await foreignSessions();
  world.pushed.length = 0;
  world.store.beforeCommit = () => {
    world.advance(60_000);
  };
  await housekeeping(world);
  expect(world.pushed).toEqual(['10001']);
});

test('a ticket update whose message was lost is pushed again', async () => {
  await receiveEvent(world, world.event('succeeded'));
  world.pushed.length = 0;
  world.advance(60_000);
  await housekeeping(world);
  expect(world.pushed).toEqual(['10001']);
});

test('events that nobody claimed are dropped after an hour', async () => {
  await receiveEvent(world, world.event('started', { interviewId: 'foreign' }));
  world.advance(59 * 60_000);
  await housekeeping(world);
  expect(world.store.keys('verification')).toContain('foreign');
  world.advance(60_000);
  await housekeeping(world);
  expect(world.store.keys('verification')).not.toContain('foreign');
});

test('a record that fails does not keep the others from being kept', async () => {
  await sendLink(
    world,
    aLink({
      issue: { id: '10002', key: 'HELP-2' },
      subject: { email: 'grace@example.com', reporter: 'other' },
    }),
  );
  world.advance(LINK_MS);
  let isFirst = true;
  world.store.beforeCommit = () => {
    if (!isFirst) return;
    isFirst = false;
    throw new Error('lost');
  };
  await expect(housekeeping(world)).rejects.toThrow(AggregateError);
  expect(world.reading('session-2').state).toBe('expired');
});

/** More foreign sessions than one page of what is due holds, an hour ago. */
async function foreignSessions(): Promise<string[]> {
  const ids = ['foreign-1', 'foreign-2', 'foreign-3', 'foreign-4', 'foreign-5'];
  for (const interviewId of ids) await receiveEvent(world, world.event('started', { interviewId }));
  world.advance(60 * 60_000);
  return ids;
}

const kept = () => world.store.keys('verification').filter((key) => key.startsWith('foreign'));

test('all that is due is kept in one run, page after page', async () => {
  await foreignSessions();
  await housekeeping(world);
  expect(kept()).toEqual([]);
});

test('what there is no time for waits for the next run', async () => {
  const ids = await foreignSessions();
  world.store.beforeCommit = () => {
    world.advance(10_000);
  };
  await housekeeping(world);
  expect(kept()).toEqual(ids.slice(3));
  await housekeeping(world);
  expect(kept()).toEqual([]);
});
