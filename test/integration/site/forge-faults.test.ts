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

  it('is gone after a reset', async () => {
    await fault({ target: 'kvs', status: 500 });
    await noticeboard.site.reset();
    expect((await set('a')).threw).toBeUndefined();
  });

  it.each([{ target: 'nothing', status: 500 }, { target: 'kvs' }, { target: 'kvs', status: 200 }])(
    'is refused as %j, and the answer says why',
    async (body) => {
      expect(await fault(body)).toEqual({
        status: 400,
        body: { error: { message: expect.any(String) as string } },
      });
    },
  );
});

describe('the clock’s door', () => {
  it('takes ISO 8601 durations', async () => {
    expect((await noticeboard.door('POST', '/site/clock', { advance: 'P1DT2H3M4.5S' })).body).toMatchObject({
      offset: expect.closeTo(93_784_500, -3) as number,
    });
    expect((await noticeboard.door('POST', '/site/clock', { advance: '11 minutes' })).status).toBe(400);
  });
});

it('latency holds each call of its target for as long', async () => {
  const slow = await startNoticeboard({ latency: { kvs: 30, jira: 0 } });
  await slow.tool('kvs', { method: 'get', args: ['a'] });
  expect(slow.site.journal.calls.at(-1)?.ms).toBeGreaterThanOrEqual(29);
});
