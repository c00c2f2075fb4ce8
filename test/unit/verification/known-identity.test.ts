import { housekeeping } from '../../../src/verification/upkeep/housekeeping';
import { receiveEvent } from '../../../src/verification/ticket/receive-event';
import { sendLink } from '../../../src/verification/sending/send-link';
import { aLink } from '../../support/builders';
import { World } from '../../support/world';

const DAY_MS = 24 * 60 * 60_000;

let world: World;
beforeEach(() => {
  world = new World();
});

/** One verification of Ada, of which the queue hears nothing unless told; answers what it comes to. */
async function verify(identityId?: string, link = aLink()) {
  const { interviewId } = await sendLink(world, link);
  const values = { interviewId, ...(identityId !== undefined && { identityId }) };
  await receiveEvent(world, world.event('succeeded', values)).catch(() => undefined);
  return world.reading(interviewId);
}

test('what a pass proved is known to every later link, though the queue never comes to it', async () => {
  world.isQueueDown = true;
  expect(await verify('identity-1')).toMatchObject({ state: 'passed' });
  expect(await verify('identity-2')).toMatchObject({ state: 'identity-changed', identityDoubt: 'other' });
  expect(await verify('identity-2')).toMatchObject({ state: 'identity-changed' });
});

test('what the latest pass proved is known before it could be remembered', async () => {
  world.store.identities.create = () => Promise.reject(new Error('storage is away'));
  expect(await verify('identity-1')).toMatchObject({ state: 'passed' });
  expect(world.identity()).toBeUndefined();
  expect(await verify('identity-2')).toMatchObject({ state: 'identity-changed' });
});

test('what a pass proved on an older link that came in late is known, too', async () => {
  const { interviewId } = await sendLink(world, aLink());
  world.advance(700_000);
  const elsewhere = aLink({ issue: { id: '10002', key: 'HELP-2' } });
  const later = await sendLink(world, elsewhere);
  await receiveEvent(world, world.event('succeeded', { interviewId, identityId: 'identity-1' }));
  world.advance(700_000);
  expect(later.link.knownIdentity).toBeUndefined();
  expect(await verify('identity-2', elsewhere)).toMatchObject({ state: 'identity-changed' });
});

test('what a demo pass proved says nothing of production', async () => {
  world.environment = 'demo';
  await verify('identity-of-the-demo');
  world.environment = 'production';
  expect(await verify('identity-1')).toMatchObject({ state: 'passed' });
  expect(world.identity('demo')).toMatchObject({ interviewId: 'session-1' });
  expect(world.identity('production')).toMatchObject({ interviewId: 'session-2' });
});

test('a success without an identity, where one is known, is looked into', async () => {
  await verify('identity-1');
  expect(await verify()).toMatchObject({ state: 'identity-changed', identityDoubt: 'missing' });
  world.sending.missingIdentity = 'ignore';
  expect(await verify()).toMatchObject({ state: 'passed' });
});

test('an identity is known for two years, long after the verification itself is gone', async () => {
  await verify('identity-1');
  world.advance(91 * DAY_MS);
  await housekeeping(world);
  expect(world.store.keys('verification')).toEqual([]);
  expect(await verify('identity-2')).toMatchObject({ state: 'identity-changed' });
  world.advance(640 * DAY_MS);
  await housekeeping(world);
  expect(world.identity()).toBeUndefined();
});

test('an identity is forgotten once the session that taught it is no longer a pass', async () => {
  await verify('identity-1');
  await receiveEvent(world, world.event('failed'));
  expect(world.identity()).toBeUndefined();
  expect(await verify('identity-2')).toMatchObject({ state: 'passed' });
});

test('an identity is kept as a keyed hash', async () => {
  await verify('identity-1');
  expect(JSON.stringify(world.identity())).not.toContain('identity-1');
});

test('a verdict that cannot be read is told to administrators', async () => {
  await sendLink(world, aLink());
  const event = { ...world.event('succeeded'), identityId: { kind: 'unreadable' } as const };
  await receiveEvent(world, event);
  expect(world.reading()).toMatchObject({ state: 'identity-changed', identityDoubt: 'unreadable' });
  expect(world.problems.map(({ kind }) => kind)).toEqual(['unreadable-verdict']);
});
