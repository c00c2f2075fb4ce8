import { eraseEmployee } from '../../../src/verification/upkeep/erase-employee';
import { receiveEvent } from '../../../src/verification/ticket/receive-event';
import { reconcile } from '../../../src/verification/ticket/reconcile';
import { readForSending, sendLink } from '../../../src/verification/sending/send-link';
import { aLink, stateOf } from '../../support/builders';
import { World } from '../../support/world';
import type { SendLink } from '../../../src/verification/sending/link-request';

let world: World;
beforeEach(() => {
  world = new World();
});

const read = ({ issue, subject, requestedBy }: SendLink) =>
  readForSending(world, { issue, email: subject.email, requestedBy });

const graceLink = () => aLink({ subject: { email: 'grace@example.com', reporter: 'other' } });

test('a link that is asked for while a result is being told goes out', async () => {
  await sendLink(world, aLink());
  await world.pass();
  const reading = await read(aLink());
  await reconcile(world, '10001');
  const verification = await sendLink(world, aLink(), reading);
  expect(stateOf(verification, world.time)).toBe('sent');
});

test('a link that another agent has sent since this one was asked for is not replaced', async () => {
  const reading = await read(aLink());
  await sendLink(world, aLink({ requestedBy: 'other' }));
  await expect(sendLink(world, aLink(), reading)).rejects.toMatchObject({ code: 'sending-in-progress' });
  expect(world.requests).toHaveLength(1);
  expect(world.reading('session-1').state).toBe('sent');
});

test('another agent’s attempt that sent nothing is in nobody’s way', async () => {
  const reading = await read(aLink());
  const { onRequest } = world;
  world.onRequest = () => {
    throw new Error('refused');
  };
  await expect(sendLink(world, aLink({ requestedBy: 'other' }))).rejects.toThrow();
  world.onRequest = onRequest;
  await expect(sendLink(world, aLink(), reading)).resolves.toMatchObject({ interviewId: 'session-2' });
});

test('erasing an employee while another one’s link goes out from the same request loses nothing of that', async () => {
  await sendLink(world, aLink());
  world.onRequest = async () => {
    await eraseEmployee(world, 'ada@example.com');
    return { interviewId: 'session-2' };
  };
  await sendLink(world, graceLink());
  expect(world.ticket().current).toBe('session-2');
  await receiveEvent(
    world,
    world.event('succeeded', { interviewId: 'session-2', loginHint: 'grace@example.com' }),
  );
  await world.settle();
  expect(world.issues.comments).toHaveLength(1);
});

test('erasing an employee while a link goes out to them leaves the doubt in sight, and nothing of the employee', async () => {
  await sendLink(world, aLink());
  world.onRequest = async () => {
    await eraseEmployee(world, 'ada@example.com');
    return { interviewId: 'session-2' };
  };
  await expect(sendLink(world, aLink())).rejects.toMatchObject({ code: 'in-doubt' });
  expect(world.ticket().attempt?.end).toEqual({ kind: 'in-doubt' });
  expect(world.employee('ada@example.com')).toBeUndefined();
  await receiveEvent(world, world.event('succeeded', { interviewId: 'session-2' }));
  expect(world.pushed).toEqual([]);
});

test('with too little time left for Incode’s answer, nothing is sent, and the claim is given back', async () => {
  world.msLeft = 13_999;
  await expect(sendLink(world, aLink())).rejects.toMatchObject({ code: 'out-of-time' });
  expect(world.requests).toEqual([]);
  world.msLeft = 14_000;
  await expect(sendLink(world, aLink())).resolves.toMatchObject({ interviewId: 'session-1' });
});
