import WebSocket from 'ws';
import type { Noticeboard } from './noticeboard';
import { startNoticeboard } from './noticeboard';

interface Listener {
  /** Payloads heard so far. */
  heard: unknown[];
  /** `subscribed`, or why not. */
  answer: string;
  close(): void;
}

let noticeboard: Noticeboard;

beforeAll(async () => {
  noticeboard = await startNoticeboard();
});
beforeEach(() => noticeboard.site.reset());

const publishGlobal = (payload: object, options: object = {}) =>
  noticeboard.tool('publish-global', { channel: 'news', payload, options });
/** Publishes as the bridge of a frame does. */
const publish = (body: object) =>
  noticeboard.door('POST', '/site/bridge/publish', { as: 'agent', channelName: 'news', ...body });
const refusal = (code: string) => `Realtime token validation failed: ${code}`;
const later = (advance: string) => noticeboard.door('POST', '/site/clock', { advance });

async function token(claims: object, permissions: string[], channel = 'news'): Promise<string> {
  const { got } = await noticeboard.tool('sign', { channel, claims, permissions });
  return (got as { token: string }).token;
}

/** Subscribes as the page around a frame does, and waits for the site's answer. */
async function listen(options: object = {}, at: object = {}): Promise<Listener> {
  const socket = new WebSocket(`${noticeboard.site.url.replace('http', 'ws')}/site/live`);
  const subscribe = {
    type: 'subscribe',
    subscription: 's',
    module: 'board',
    as: 'agent',
    issue: 'HELP-1',
    channelName: 'news',
    isGlobal: true,
    options,
    ...at,
  };
  socket.on('open', () => {
    socket.send(JSON.stringify(subscribe));
  });
  const heard: unknown[] = [];
  const answer = await new Promise<string>((resolve) => {
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as { type: string; payload?: unknown; message?: string };
      if (message.type === 'realtime') heard.push(message.payload);
      else if (['subscribed', 'refused'].includes(message.type)) resolve(message.message ?? message.type);
    });
  });
  return {
    heard,
    answer,
    close: () => {
      socket.terminate();
    },
  };
}

/** Messages come in order: when the last has come, all have. */
async function untilHeard({ heard }: Listener, payload: unknown): Promise<void> {
  while (!heard.some((each) => JSON.stringify(each) === JSON.stringify(payload)))
    await new Promise(setImmediate);
}

describe('a global channel', () => {
  it('is heard by everyone who listens, wherever on the site', async () => {
    const here = await listen();
    const there = await listen({}, { module: 'tally', issue: 'HELP-2', as: 'agent2' });
    expect((await publishGlobal({ n: 1 })).got).toMatchObject({ eventId: expect.any(String) as string });
    await untilHeard(here, { n: 1 });
    await untilHeard(there, { n: 1 });
    here.close();
    there.close();
  });

  it('takes no event without a payload, and no token without a channel, and says so', async () => {
    expect((await noticeboard.tool('publish-global', { channel: 'news' })).got).toMatchObject({
      eventId: null,
      errors: [{ message: expect.stringContaining('payload') as string }],
    });
    expect((await noticeboard.tool('sign', { channel: '', claims: {} })).got).toMatchObject({
      errors: [{ message: expect.stringContaining('channelName') as string }],
    });
  });

  // https://developer.atlassian.com/platform/forge/runtime-reference/realtime-events-api/
  it('has no event, and no error, where nobody hears it', async () => {
    const { got } = await noticeboard.tool('publish-global', { channel: 'silence', payload: {} });
    expect(got).toEqual({ eventId: null, eventTimestamp: null });
  });

  it('is heard where no user was there to publish', async () => {
    const listener = await listen({}, { channelName: 'notices' });
    await noticeboard.trigger('letterbox', { suffix: '?mood=talkative' });
    await untilHeard(listener, 'ding');
    listener.close();
  });
});

describe('a channel of a context', () => {
  it('is heard in that context only', async () => {
    const same = await listen({}, { isGlobal: false, module: 'workshop', as: 'agent' });
    const other = await listen({}, { isGlobal: false });
    await noticeboard.tool('publish', { channel: 'news', payload: { n: 1 } });
    await publishGlobal({ n: 2 });
    await untilHeard(same, { n: 1 });
    expect(other.heard).toEqual([]);
    same.close();
    other.close();
  });

  it('needs a user in that context to publish to it', async () => {
    const listener = await listen({}, { channelName: 'notices' });
    const answer = await noticeboard.trigger('letterbox', { suffix: '?mood=talkative' });
    expect(await answer.json()).toMatchObject({
      heardByAll: { eventId: expect.any(String) as string },
      heardInContext: {
        eventId: null,
        errors: [{ message: expect.stringContaining('needs a user') as string }],
      },
    });
    listener.close();
  });
});

describe('publishing from the app’s frame', () => {
  it('counts towards the 50 operations a second of an installation', async () => {
    const answers = await Promise.all(
      Array.from({ length: 150 }, () => publish({ module: 'board', issue: 'HELP-1', eventPayload: {} })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]));
  });

  it('reaches the same module on the same issue', async () => {
    const [same, otherIssue] = [
      await listen({}, { isGlobal: false }),
      await listen({}, { isGlobal: false, issue: 'HELP-2' }),
    ];
    const at = { module: 'board', as: 'agent2' };
    await publish({ ...at, issue: 'HELP-2', eventPayload: { n: 2 } });
    await publish({ ...at, issue: 'HELP-1', eventPayload: { n: 1 } });
    await untilHeard(same, { n: 1 });
    expect([same.heard, otherIssue.heard]).toEqual([[{ n: 1 }], [{ n: 2 }]]);
  });

  it('reaches all modules of the issue when only the issue counts', async () => {
    const options = { contextOverrides: ['issue'] };
    const listener = await listen(options, { isGlobal: false, module: 'tally' });
    await publish({ module: 'board', issue: 'HELP-1', eventPayload: { n: 1 }, options });
    await untilHeard(listener, { n: 1 });
  });
});

describe('a token', () => {
  it('lets through only what is published with a token of the same claims', async () => {
    const listener = await listen({ token: await token({ issueId: '1', team: 'a' }, ['subscribe']) });
    await publishGlobal({ n: 'no token' });
    await publishGlobal(
      { n: 'other claims' },
      { token: await token({ issueId: '2', team: 'a' }, ['publish']) },
    );
    await publishGlobal(
      { n: 'same claims' },
      { token: await token({ team: 'a', issueId: '1' }, ['publish']) },
    );
    await untilHeard(listener, { n: 'same claims' });
    expect(listener.heard).toEqual([{ n: 'same claims' }]);
    listener.close();
  });

  it('keeps what it protects from those without one', async () => {
    const listener = await listen();
    await publishGlobal({ n: 'protected' }, { token: await token({}, ['publish']) });
    await publishGlobal({ n: 'open' });
    await untilHeard(listener, { n: 'open' });
    expect(listener.heard).toEqual([{ n: 'open' }]);
    listener.close();
  });

  it('permits what it was signed for, on its channel', async () => {
    expect((await listen({ token: await token({}, ['publish']) })).answer).toBe(
      refusal('MISSING_PERMISSION'),
    );
    const gossip = { token: await token({}, ['subscribe'], 'gossip') };
    expect((await listen(gossip)).answer).toBe(refusal('CHANNEL_NAME_MISMATCH'));
    const { got } = await publishGlobal({ n: 1 }, { token: await token({}, ['subscribe']) });
    expect(got).toMatchObject({
      errors: [{ message: refusal('MISSING_PERMISSION') }],
    });
  });

  it('cannot be forged', async () => {
    const [header, , signature] = (await token({}, ['subscribe'])).split('.');
    const claims = { channel: { name: 'news' }, claims: {}, permissions: ['subscribe'], exp: 9_999_999_999 };
    const forged = [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
    expect((await listen({ token: forged })).answer).toBe(refusal('INVALID_TOKEN'));
    const unsigned = { token: (await token({}, ['publish'])).replace(/[^.]+$/, 'none') };
    const errors = [{ message: refusal('INVALID_TOKEN') }];
    expect((await publishGlobal({}, unsigned)).got).toMatchObject({ errors });
    const byFrame = await publish({ module: 'board', issue: 'HELP-1', options: unsigned });
    expect(byFrame).toMatchObject({ body: { errors } });
  });

  // https://developer.atlassian.com/platform/forge/runtime-reference/realtime-events-api/
  it('tells its end in whole seconds', async () => {
    const { got } = await noticeboard.tool('sign', {
      channel: 'news',
      claims: {},
      permissions: ['subscribe'],
    });
    const { expiresAt } = got as { expiresAt: number };
    expect(Number.isInteger(expiresAt)).toBe(true);
    const lastsSeconds = expiresAt - noticeboard.site.clock.now() / 1000;
    expect(lastsSeconds).toBeGreaterThan(3590);
    expect(lastsSeconds).toBeLessThanOrEqual(3600);
  });

  it('ends, and with it what is heard by it', async () => {
    const ending = await token({}, ['subscribe']);
    const listener = await listen({ token: ending });
    await later('PT61M');
    expect((await listen({ token: ending })).answer).toBe(refusal('TOKEN_EXPIRED'));
    await publishGlobal({ n: 'late' }, { token: await token({}, ['publish']) });
    const fresh = await listen({ token: await token({}, ['subscribe']) });
    await publishGlobal({ n: 'later' }, { token: await token({}, ['publish']) });
    await untilHeard(fresh, { n: 'later' });
    expect(listener.heard).toEqual([]);
    listener.close();
    fresh.close();
  });
});

describe('signing where there is no user', () => {
  it.each([
    [true, { expiresAt: expect.any(Number) as number }],
    [false, { token: null, errors: [{ message: 'Signing a realtime token needs a user.' }] }],
  ])('is permitted or not, as the switch says: %s', async (realtimeSigningWithoutUser, expected) => {
    const other = await startNoticeboard({ switches: { realtimeSigningWithoutUser } });
    const answer = await other.trigger('letterbox', { suffix: '?mood=signing' });
    expect(await answer.json()).toMatchObject({ signed: expected });
  });
});
