import type { Noticeboard } from './noticeboard';
import { startNoticeboard } from './noticeboard';

let noticeboard: Noticeboard;

beforeAll(async () => {
  noticeboard = await startNoticeboard();
});
beforeEach(() => noticeboard.site.reset());

const fault = (body: object) => noticeboard.door('POST', '/site/fault', body);
const set = (key: string) => noticeboard.tool('kvs', { method: 'set', args: [key, true] });
const get = async (key: string) => (await noticeboard.tool('kvs', { method: 'get', args: [key] })).got;

describe('a fault', () => {
  it('answers with a status instead of doing anything', async () => {
    await fault({ target: 'kvs', match: '/api/v1/set', status: 503 });
    expect((await set('a')).threw).toMatchObject({ status: 503 });
    expect(await get('a')).toBeUndefined();
    expect(noticeboard.site.journal.calls.find(({ status }) => status === 503)).toMatchObject({
      path: '/api/v1/set',
    });
  });

  it('can do it and lose the answer', async () => {
    await fault({ target: 'kvs', match: '/api/v1/set', drop: true });
    expect((await set('a')).threw).toMatchObject({ name: 'TypeError', message: 'fetch failed' });
    expect(await get('a')).toBe(true);
  });

  it('can do it and answer with something else', async () => {
    await fault({ target: 'jira', match: '/myself', garble: true });
    expect((await noticeboard.tool('jira', { as: 'user', path: '/rest/api/3/myself' })).got).toMatchObject({
      status: 200,
      body: '{"garbled":true}',
    });
  });

  it('can delay it', async () => {
    await fault({ target: 'kvs', delay: 10_000 });
    const answer = set('a');
    await noticeboard.untilUsing('kvs');
    expect(noticeboard.site.forge.store.snapshot().plain.map(({ key }) => key)).not.toContain('a');
    await noticeboard.door('POST', '/site/clock', { advance: 'PT10S' });
    expect(await answer).toEqual({});
  });

  it('meets as many calls as it is set for, of its target and path only', async () => {
    await fault({ target: 'kvs', match: 'set', status: 500, times: 2 });
    expect((await noticeboard.tool('kvs', { method: 'setSecret', args: ['a', true] })).threw).toBeUndefined();
    const statuses = [];
    for (const key of ['a', 'b', 'c']) statuses.push((await set(key)).threw?.status);
    expect(statuses).toEqual([500, 500, undefined]);
  });

  it('meets calls to Jira, and to the outside world', async () => {
    await fault({ target: 'jira', match: '/myself', status: 429 });
    await fault({ target: 'egress', match: 'auth.demo.incode.com', status: 502 });
    expect((await noticeboard.tool('jira', { as: 'user', path: '/rest/api/3/myself' })).got).toMatchObject({
      status: 429,
    });
    expect((await noticeboard.tool('fetch', { url: 'https://auth.demo.incode.com/x' })).got).toMatchObject({
      status: 502,
    });
  });

  it('can leave it unanswered, done or not, until the function’s time is over', async () => {
    for (const drop of [false, true]) {
      await fault({ target: 'kvs', match: '/api/v1/set', hang: true, drop, times: 1 });
      const answer = expect(set(`a${String(drop)}`)).rejects.toThrow('timed out after 25 seconds');
      await noticeboard.untilUsing('kvs');
      await noticeboard.door('POST', '/site/clock', { advance: 'PT26S' });
      await answer;
    }
    expect([await get('afalse'), await get('atrue')]).toEqual([undefined, true]);
  });

  it('is gone after a reset', async () => {
    await fault({ target: 'kvs', status: 500 });
    await noticeboard.site.reset();
    expect((await set('a')).threw).toBeUndefined();
  });

  it.each([
    { target: 'invocation', killBefore: 1, killAfter: 1 },
    { target: 'invocation', status: 500 },
    { target: 'nothing', status: 500 },
    { target: 'kvs' },
    { target: 'kvs', status: 200 },
  ])('is refused as %j, and the answer says why', async (body) => {
    expect(await fault(body)).toEqual({
      status: 400,
      body: { error: { message: expect.any(String) as string } },
    });
  });
});

describe('an invocation that is killed', () => {
  const count = () => noticeboard.tool('count', { key: 'n', times: 3 });

  it.each([
    [{ killBefore: 4 }, 1],
    [{ killAfter: 4 }, 2],
    [{ killBefore: 1 }, undefined],
  ])('by %j has had the effects of its calls until then, and no other', async (when, expected) => {
    await fault({ target: 'invocation', match: 'workshop', times: 1, ...when });
    await expect(count()).rejects.toThrow('The function was killed.');
    expect(await get('n')).toBe(expected);
  });

  it('takes its instance with it, and leaves other modules and later calls alone', async () => {
    await noticeboard.tool('leak', { value: 'kept by the instance' });
    await fault({ target: 'invocation', match: 'board', killBefore: 1 });
    expect((await count()).got).toBe(3);
    expect(await noticeboard.board('list')).toHaveProperty('error');
    await fault({ target: 'invocation', match: 'workshop', killAfter: 1, times: 1 });
    await expect(count()).rejects.toThrow('killed');
    expect((await noticeboard.tool('leak', { value: 'x' })).got).toBe('nothing');
  });

  it('comes again where it was a consumer’s', async () => {
    await fault({ target: 'invocation', match: 'courier', killAfter: 2, times: 1 });
    await noticeboard.tool('push', { events: [{ body: { name: 'milk' } }] });
    await noticeboard.door('POST', '/site/clock', { advance: 'PT1M' });
    expect(await get('errand:milk')).toHaveLength(2);
  });
});

describe('the clock’s door', () => {
  it('takes ISO 8601 durations', async () => {
    const before = noticeboard.site.clock.now();
    const { body } = await noticeboard.door('POST', '/site/clock', { advance: 'P1DT2H3M4.5S' });
    expect(Date.parse((body as { now: string }).now) - before).toBeGreaterThanOrEqual(93_784_500);
    expect(noticeboard.site.clock.now() - before).toBeLessThan(93_784_500 + 60_000);
    expect((await noticeboard.door('POST', '/site/clock', { advance: '11 minutes' })).status).toBe(400);
  });
});

it('latency holds each call of its target for as long', async () => {
  const slow = await startNoticeboard({ latency: { kvs: 30, jira: 0 } });
  await slow.tool('kvs', { method: 'get', args: ['a'] });
  expect(slow.site.journal.calls.at(-1)?.ms).toBeGreaterThanOrEqual(29);
});
