import { AppError } from '../../../src/verification/app-error';
import { attemptState } from '../../../src/verification/ticket/ticket';
import { receiveEvent } from '../../../src/verification/ticket/receive-event';
import { sendLink } from '../../../src/verification/sending/send-link';
import { fold } from '../../../src/verification/session/fold';
import { aLink, stateOf } from '../../support/builders';
import { World } from '../../support/world';
import type { SendLink } from '../../../src/verification/sending/link-request';
import type { State } from '../../../src/verification/session/state';

let world: World;
beforeEach(() => {
  world = new World();
});

async function stateAfterSending(link: SendLink): Promise<State> {
  return stateOf(await sendLink(world, link), world.time);
}

const otherIssue = { issue: { id: '10002', key: 'HELP-2' } };

describe('sending a link', () => {
  test('records the verification as sent, with its end, and as the ticket’s current one', async () => {
    const verification = await sendLink(world, aLink());
    expect(stateOf(verification, world.time)).toBe('sent');
    expect(verification).toMatchObject({
      interviewId: 'session-1',
      link: {
        requestedAt: world.time,
        expiresAt: world.time + 10 * 60_000,
        delivery: { maskedDestination: '+1 ••• 0123' },
      },
    });
    expect(world.verification()).toEqual(verification);
    expect(world.ticket()).toEqual({
      askedAt: world.time,
      current: 'session-1',
      requestedBy: 'agent-account',
      seen: { id: '1', seenAt: 0 },
      sends: [world.time],
    });
    expect(world.announced).toContain('10001');
  });

  test('tells the other agents that a link is being sent, while Incode is asked', async () => {
    world.onRequest = () => {
      expect(world.announced).toEqual(['10001']);
      const { attempt } = world.ticket();
      expect(attempt).toMatchObject({ by: 'agent-account' });
      expect(attempt && attemptState(attempt, world.time)).toBe('sending');
      return { interviewId: 'session-1' };
    };
    await sendLink(world, aLink());
    expect(world.announced).toEqual(['10001', '10001']);
  });

  test('hands the destination to Incode and keeps it nowhere', async () => {
    await sendLink(world, aLink({ destination: '+14155550123' }));
    expect(world.requests[0]).toMatchObject({ destination: '+14155550123', email: 'ada@example.com' });
    const kept = JSON.stringify([world.verification(), world.ticket()]);
    expect(kept).not.toContain('4155550123');
  });

  test('replaces the older link of the ticket in the same write', async () => {
    await sendLink(world, aLink());
    await sendLink(world, aLink());
    expect(world.reading('session-1').state).toBe('superseded');
    expect(world.reading('session-2').state).toBe('sent');
    expect(world.ticket().current).toBe('session-2');
  });

  test('leaves an older result standing, and merely makes the new link the current one', async () => {
    await sendLink(world, aLink());
    await receiveEvent(world, world.event('succeeded'));
    await sendLink(world, aLink());
    expect(world.reading('session-1').state).toBe('passed');
    expect(world.ticket().current).toBe('session-2');
  });
});

describe('a link that Incode refuses', () => {
  beforeEach(async () => {
    await sendLink(world, aLink());
    world.onRequest = () => {
      throw new AppError('employee-not-enrolled');
    };
  });

  test('leaves the older link alive and says why', async () => {
    await expect(sendLink(world, aLink())).rejects.toMatchObject({ code: 'employee-not-enrolled' });
    expect(world.reading('session-1').state).toBe('sent');
    expect(world.ticket()).toMatchObject({
      current: 'session-1',
      attempt: { end: { kind: 'not-sent', code: 'employee-not-enrolled' } },
    });
  });

  test('does not keep the employee from being sent a link again at once', async () => {
    await expect(sendLink(world, aLink())).rejects.toThrow();
    world.onRequest = () => ({ interviewId: 'session-9' });
    expect(await stateAfterSending(aLink())).toBe('sent');
  });

  test('frees an employee who had no link, for every ticket', async () => {
    const grace = { subject: { email: 'grace@example.com', reporter: 'other' } } as const;
    await expect(sendLink(world, aLink(grace))).rejects.toThrow();
    world.onRequest = () => ({ interviewId: 'session-9' });
    const sent = await sendLink(world, aLink({ ...grace, ...otherIssue }));
    expect(sent).toMatchObject({ interviewId: 'session-9', link: otherIssue });
  });
});

describe('one attempt at a time', () => {
  test('a second agent on the same ticket is told that a link is being sent', async () => {
    world.onRequest = async () => {
      await expect(sendLink(world, aLink({ requestedBy: 'other' }))).rejects.toMatchObject({
        code: 'sending-in-progress',
      });
      return { interviewId: 'session-1' };
    };
    await sendLink(world, aLink());
    expect(world.requests).toHaveLength(1);
  });

  test('of two that start in the same moment, one goes on', async () => {
    const ends = await Promise.allSettled([sendLink(world, aLink()), sendLink(world, aLink())]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(world.requests).toHaveLength(1);
  });

  test('an attempt whose function died is in doubt after a minute, and another can be made', async () => {
    world.onRequest = () => {
      world.store.isDown = true;
      throw new AppError('in-doubt');
    };
    await expect(sendLink(world, aLink())).rejects.toThrow();
    world.store.isDown = false;
    const { attempt } = world.ticket();
    expect(attempt && attemptState(attempt, world.time)).toBe('sending');
    world.advance(60_000);
    expect(attempt && attemptState(attempt, world.time)).toBe('in-doubt');
    world.onRequest = () => ({ interviewId: 'session-2' });
    await expect(sendLink(world, aLink())).resolves.toMatchObject({ interviewId: 'session-2' });
  });
});

describe('one live link per employee', () => {
  test('is refused from another ticket while a link is out, naming when that ends', async () => {
    await sendLink(world, aLink());
    await expect(sendLink(world, aLink(otherIssue))).rejects.toMatchObject({
      code: 'live-elsewhere',
      values: { endsAt: world.time + 600_000, issueKey: 'HELP-1' },
    });
    expect(world.requests).toHaveLength(1);
    expect(world.store.peek('ticket', '10002')).toBeUndefined();
  });

  test('is allowed from another ticket once the link has ended', async () => {
    await sendLink(world, aLink());
    world.advance(600_000);
    expect(await stateAfterSending(aLink(otherIssue))).toBe('sent');
  });

  test('is allowed from another ticket once there is a result', async () => {
    await sendLink(world, aLink());
    await receiveEvent(world, world.event('succeeded'));
    expect(await stateAfterSending(aLink(otherIssue))).toBe('sent');
  });

  test('tells employees apart by their address alone, not by its spelling', async () => {
    await sendLink(world, aLink());
    const spelledOtherwise = aLink({
      ...otherIssue,
      subject: { email: ' ADA@example.com', reporter: 'other' },
    });
    await expect(sendLink(world, spelledOtherwise)).rejects.toMatchObject({ code: 'live-elsewhere' });
  });
});

describe('a link that may have gone out', () => {
  test('is in doubt when Incode gave no answer, and its result is never adopted', async () => {
    world.onRequest = () => {
      throw new AppError('in-doubt');
    };
    await expect(sendLink(world, aLink())).rejects.toMatchObject({ code: 'in-doubt' });
    expect(world.ticket().attempt?.end).toEqual({ kind: 'in-doubt' });
    await receiveEvent(world, world.event('succeeded', { interviewId: 'unknown-to-us' }));
    expect(world.ticket().current).toBeUndefined();
  });

  test('is in doubt when it could not be saved', async () => {
    world.store.beforeCommit = (changes) => {
      if (changes.some(({ entity }) => entity === 'verification')) throw new AppError('storage-unavailable');
    };
    await expect(sendLink(world, aLink())).rejects.toMatchObject({ code: 'in-doubt' });
    expect(world.ticket()).toMatchObject({ attempt: { end: { kind: 'in-doubt' } } });
    expect(world.ticket().current).toBeUndefined();
  });

  test('keeps the older link alive', async () => {
    await sendLink(world, aLink());
    world.onRequest = () => {
      throw new AppError('in-doubt');
    };
    await expect(sendLink(world, aLink())).rejects.toThrow();
    expect(world.reading('session-1').state).toBe('sent');
  });
});

describe('a webhook that overtakes the save', () => {
  test('is merged into the verification, with its identity, and the ticket is told', async () => {
    world.onRequest = async () => {
      await receiveEvent(world, world.event('started'));
      await receiveEvent(world, world.event('succeeded', { identityId: 'identity-1' }));
      return { interviewId: 'session-1' };
    };
    const verification = await sendLink(world, aLink());
    expect(fold(verification, world.time)).toMatchObject({ state: 'passed', identityId: 'identity-1' });
    expect(world.pushed).toEqual(['10001']);
  });

  test('is merged when it comes between our two writes', async () => {
    let isFirst = true;
    world.store.beforeCommit = async (changes) => {
      if (!isFirst || !changes.some(({ entity }) => entity === 'verification')) return;
      isFirst = false;
      await receiveEvent(world, world.event('failed'));
    };
    expect(await stateAfterSending(aLink())).toBe('failed');
  });

  test('is still compared with the person who was asked', async () => {
    world.onRequest = async () => {
      await receiveEvent(world, world.event('succeeded', { loginHint: 'mallory@example.com' }));
      return { interviewId: 'session-1' };
    };
    expect(await stateAfterSending(aLink())).toBe('mismatch');
  });

  test('is told to administrators where it names the employee by something that nobody can compare', async () => {
    world.onRequest = async () => {
      await receiveEvent(world, world.event('succeeded', { loginHint: 'ada-1815' }));
      return { interviewId: 'session-1' };
    };
    expect(await stateAfterSending(aLink())).toBe('passed');
    expect(world.problems.map(({ kind }) => kind)).toEqual(['login-hint-no-address']);
  });
});
