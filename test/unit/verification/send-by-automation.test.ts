import { AppError } from '../../../src/verification/app-error';
import { countSend } from '../../../src/verification/sending/limits';
import { sendByAutomation } from '../../../src/verification/sending/send-by-automation';
import { readForSending, sendLink } from '../../../src/verification/sending/send-link';
import { receiveEvent } from '../../../src/verification/ticket/receive-event';
import { aLink } from '../../support/builders';
import { World } from '../../support/world';
import type { AutomationPorts } from '../../../src/verification/sending/send-by-automation';

let world: World;
let ports: AutomationPorts;
/** What happens while a run waits for another one. */
let meanwhile: () => unknown;
let tries: number[];
beforeEach(() => {
  world = new World();
  meanwhile = () => undefined;
  tries = [];
  ports = Object.assign(world, {
    automationSends: {
      count: (now: number, most: number) =>
        Promise.resolve().then(() => {
          tries = countSend('automation', tries, most, now);
        }),
    },
    pause: async (ms: number) => {
      world.advance(ms);
      world.msLeft -= ms;
      await meanwhile();
    },
  });
});

const command = aLink({ requestedBy: 'connection' });

async function begin() {
  const { issue, subject, requestedBy } = command;
  const reading = await readForSending(world, { issue, email: subject.email, requestedBy });
  return { command, reading, startedAt: world.time, most: 100 };
}

const runs = async () => sendByAutomation(ports, await begin());

/** Lets an action happen while Incode is asked for the first link. */
function whileSending<T>(act: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const { onRequest } = world;
    world.onRequest = async (request) => {
      world.onRequest = onRequest;
      const acting = act();
      acting.then(resolve, reject);
      // The first link goes out only once the other run waits for it.
      await Promise.race([
        acting.catch(() => undefined),
        new Promise((waits) => (meanwhile = () => waits(undefined))),
      ]);
      return onRequest(request);
    };
  });
}

test('a rule’s link says that a rule asked for it, and in whose name', async () => {
  await runs();
  expect(world.verification().link).toMatchObject({ isByAutomation: true, requestedBy: 'connection' });
});

test('a run that begins while another one sends gets the other one’s link', async () => {
  const second = whileSending(runs);
  const first = await runs();
  expect(await second).toEqual(first);
  expect(world.requests).toHaveLength(1);
});

test('a run that had read before another one sent gets the other one’s link', async () => {
  const late = await begin();
  const first = await runs();
  expect(await sendByAutomation(ports, late)).toEqual(first);
  expect(world.requests).toHaveLength(1);
});

test('a run that waited for another one which sent nothing ends as that did', async () => {
  world.onRequest = () => {
    throw new AppError('employee-not-enrolled');
  };
  const second = whileSending(runs);
  await expect(runs()).rejects.toMatchObject({ code: 'employee-not-enrolled' });
  await expect(second).rejects.toMatchObject({ code: 'employee-not-enrolled' });
  expect(world.requests).toHaveLength(1);
});

test('a run waits for no longer than its function has', async () => {
  const second = whileSending(() => {
    world.msLeft = 1000;
    return runs();
  });
  await runs();
  await expect(second).rejects.toMatchObject({ code: 'sending-in-progress' });
});

test('while an agent sends, a run sends nothing and does not wait', async () => {
  const run = whileSending(runs);
  const begunAt = world.time;
  await sendLink(world, aLink());
  await expect(run).rejects.toMatchObject({ code: 'sending-in-progress' });
  expect(world.time).toBe(begunAt);
  expect(world.requests).toHaveLength(1);
});

test.each(['sent', 'opened'])('a live link is not replaced: %s', async (how) => {
  await sendLink(world, aLink());
  const { expiresAt } = world.verification().link;
  if (how === 'opened') await receiveEvent(world, world.event('started'));
  world.advance(1000);
  expect(await runs()).toEqual({ kind: 'already-out', endsAt: expiresAt });
});

test('an earlier rule’s link is not replaced either', async () => {
  await runs();
  world.advance(1000);
  expect(await runs()).toMatchObject({ kind: 'already-out' });
});

test('more than the rules’ limit is not sent, and is told to the administrator', async () => {
  tries = [world.time];
  await expect(sendByAutomation(ports, { ...(await begin()), most: 1 })).rejects.toMatchObject({
    code: 'limit-reached',
    values: { whose: 'automation', most: 1 },
  });
  expect(world.requests).toEqual([]);
  expect(world.problems).toMatchObject([{ kind: 'burst', code: 'automation' }]);
});
