import { AppError } from '../../../src/verification/app-error';
import { reconcile } from '../../../src/verification/ticket/reconcile';
import { receiveEvent } from '../../../src/verification/ticket/receive-event';
import { resetIdentity } from '../../../src/verification/upkeep/administer';
import { sendLink } from '../../../src/verification/sending/send-link';
import { aLink } from '../../support/builders';
import { World } from '../../support/world';

let world: World;
beforeEach(() => {
  world = new World();
});

/** One verification of Ada from beginning to end; answers its state. */
async function passes(identityId: string): Promise<string> {
  const { interviewId } = await sendLink(world, aLink());
  await receiveEvent(world, world.event('succeeded', { interviewId, identityId }));
  await world.settle();
  return world.reading(interviewId).state;
}

test('the first identity with which an employee passed is remembered', async () => {
  await passes('identity-1');
  expect(world.identity()).toMatchObject({ interviewId: 'session-1' });
  expect(await passes('identity-1')).toBe('passed');
});

test('another identity later is not a pass but a manual review, told with its reason', async () => {
  await passes('identity-1');
  expect(await passes('identity-2')).toBe('identity-changed');
  expect(world.identity()).toMatchObject({ interviewId: 'session-1' });
  expect(world.issues.comments.at(-1)).toMatchObject({ title: '⚠️ Manual review required' });
});

test('an identity that somebody else’s result named is not remembered', async () => {
  await sendLink(world, aLink());
  await receiveEvent(
    world,
    world.event('succeeded', { identityId: 'identity-9', loginHint: 'mallory@example.com' }),
  );
  await world.settle();
  expect(world.identity()).toBeUndefined();
});

test('an administrator can reset it, and the next pass is the first again', async () => {
  await passes('identity-1');
  await resetIdentity(world, ' Ada@Example.com');
  expect(await passes('identity-2')).toBe('passed');
  expect(world.identity()).toMatchObject({ interviewId: 'session-2' });
});

test('what was reset is not remembered again where the pass is yet to be told', async () => {
  const busy = new AppError('jira-busy', { isRetryable: true });
  world.issues.failures.push({ method: 'situation', error: busy });
  await sendLink(world, aLink());
  await world.pass({ identityId: 'identity-1' });
  await reconcile(world, '10001');
  await resetIdentity(world, 'ada@example.com');
  await world.settle();
  expect(world.identity()).toBeUndefined();
  expect(world.told()).toMatchObject({ outcome: 'passed', comment: { state: 'done' } });
  world.advance(600_000);
  const { link } = await sendLink(world, aLink());
  expect(link.knownIdentity).toBeUndefined();
});

test('nothing can be reset of an employee of whom nothing is known', async () => {
  await expect(resetIdentity(world, 'nobody@example.com')).rejects.toMatchObject({ code: 'not-found' });
});

describe('destinations that were typed', () => {
  const corporate = { method: 'email', maskedDestination: 'a•••@example.com', source: 'corporate' } as const;

  test('are refused where the settings say so; the corporate address is not', async () => {
    world.sending.typedDestinations = 'not-allowed';
    await expect(sendLink(world, aLink())).rejects.toMatchObject({ code: 'destination-not-allowed' });
    const { link } = await sendLink(world, aLink({ delivery: corporate }));
    expect(link.delivery).toEqual(corporate);
    expect(world.requests).toHaveLength(1);
  });

  test('need a reason where the settings ask for one, and it is kept', async () => {
    world.sending.typedDestinations = 'with-reason';
    await expect(sendLink(world, aLink())).rejects.toMatchObject({ fields: { reason: 'required' } });
    expect(world.requests).toEqual([]);
    const { delivery } = aLink();
    const verification = await sendLink(world, aLink({ delivery: { ...delivery, reason: 'new phone' } }));
    expect(verification.link.delivery.reason).toBe('new phone');
  });
});
