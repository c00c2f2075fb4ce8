import type { Noticeboard } from './noticeboard';
import { startNoticeboard } from './noticeboard';

let noticeboard: Noticeboard;

beforeAll(async () => {
  noticeboard = await startNoticeboard({ manifest: (text) => text.replace('fiveMinute', 'week') });
});
beforeEach(() => noticeboard.site.reset());

const later = (advance: string) => noticeboard.door('POST', '/site/clock', { advance });

async function statusesOf(count: number, ask: () => Response | Promise<Response>): Promise<Set<number>> {
  const statuses = new Set<number>();
  for (let i = 0; i < count; i++) statuses.add((await ask()).status);
  return statuses;
}

describe('requests to storage', () => {
  it('are refused beyond 1,000 within a second, with 429 RATE_LIMIT_EXCEEDED', async () => {
    // Three times as many, since a slow machine may need more than a second for them.
    const { threw } = await noticeboard.tool('count-reads', { times: 3000 });
    expect(threw).toMatchObject({ name: 'ForgeKvsError', status: 429, code: 'RATE_LIMIT_EXCEEDED' });
    await later('PT2S');
    expect((await noticeboard.tool('kvs', { method: 'set', args: ['a', 1] })).threw).toBeUndefined();
  });
});

describe('batches of storage', () => {
  it('count as one request each, however many keys they have', async () => {
    expect((await noticeboard.tool('batch-often', { times: 100, items: 25 })).threw).toBeUndefined();
  });

  it('are refused beyond the rate like any request', async () => {
    const { threw } = await noticeboard.tool('batch-often', { times: 3000, items: 1 });
    expect(threw).toMatchObject({ status: 429, code: 'RATE_LIMIT_EXCEEDED' });
  });
});

describe('realtime operations', () => {
  it('are refused beyond 50 within a second', async () => {
    const { got } = await noticeboard.tool('publish-often', { channel: 'news', times: 150 });
    const answers = got as { errors?: { message: string }[] }[];
    expect(answers.slice(0, 50).flatMap(({ errors = [] }) => errors)).toEqual([]);
    expect(answers.flatMap(({ errors = [] }) => errors)).toContainEqual({
      message: 'RATE_LIMIT_EXCEEDED',
      status: 429,
    });
    await later('PT2S');
    const again = await noticeboard.tool('publish-often', { channel: 'news', times: 1 });
    expect(again.got).toEqual([{ eventId: null, eventTimestamp: null }]);
  });
});

describe('invocations', () => {
  it('are refused a user beyond 1,200 within a minute, and nobody else', async () => {
    for (let i = 0; i < 1200; i++) await noticeboard.board('served');
    expect(await noticeboard.board('served')).toMatchObject({
      error: { message: expect.stringContaining('1200 invocations within a minute') as string },
    });
    expect(await noticeboard.board('served', {}, { as: 'agent2' })).toHaveProperty('value');
    await later('PT61S');
    expect(await noticeboard.board('served')).toHaveProperty('value');
  });

  it('are refused an installation beyond 5,000 within a minute', async () => {
    const { got: url } = await noticeboard.tool('trigger-url', { key: 'doorbell' });
    const ring = () => noticeboard.site.fetch(new Request(String(url), { method: 'POST' }));
    // Installing the app and asking for the URL were two of them.
    expect(await statusesOf(4998, ring)).toEqual(new Set([202]));
    expect((await ring()).status).toBe(429);
    await later('PT61S');
    expect((await ring()).status).toBe(202);
  });

  it('count in windows that begin with the first of them', async () => {
    await noticeboard.board('served');
    await later('PT50S');
    for (let i = 0; i < 1199; i++) await noticeboard.board('served');
    expect(await noticeboard.board('served')).toHaveProperty('error');
    await later('PT11S');
    for (let i = 0; i < 600; i++) expect(await noticeboard.board('served')).toHaveProperty('value');
  });

  it('have 100 lines of log', async () => {
    await noticeboard.tool('chatter', { lines: 150 });
    const lines = noticeboard.site.journal.app.map(({ text }) => text);
    expect(lines).toContain('line 99');
    expect(lines).not.toContain('line 100');
    expect(lines.at(-1)).toContain('logs more than 100 lines');
    await noticeboard.tool('chatter', { lines: 1 });
    expect(noticeboard.site.journal.app.at(-1)).toMatchObject({ text: 'line 1' });
  });
});

describe('a site that is reset, its clock set back with it,', () => {
  it('holds nothing against the app that was done before', async () => {
    await later('PT10M');
    await noticeboard.tool('publish-often', { channel: 'news', times: 50 });
    await noticeboard.site.reset();
    const { got } = await noticeboard.tool('publish-often', { channel: 'news', times: 1 });
    expect((got as { errors?: unknown[] }[]).flatMap(({ errors = [] }) => errors)).toEqual([]);
  });
});

describe('the answer of a resolver', () => {
  it('has 5 MB at most', async () => {
    const MB = 1024 * 1024;
    expect((await noticeboard.tool('blow-up', { bytes: 5 * MB - 100 })).got).toHaveLength(5 * MB - 100);
    await expect(noticeboard.tool('blow-up', { bytes: 5 * MB })).rejects.toThrow('larger than 5 MB');
  });
});

describe('the answer of a web trigger', () => {
  it('has 5 MB at most', async () => {
    expect((await noticeboard.trigger('letterbox', { suffix: '?mood=long-winded' })).status).toBe(500);
  });

  it('has 55 seconds to come', async () => {
    const { got: url } = await noticeboard.tool('trigger-url', { key: 'letterbox' });
    const answer = noticeboard.site.fetch(new Request(`${String(url)}?mood=slow`, { method: 'POST' }));
    await later('PT56S');
    expect((await answer).status).toBe(424);
    expect(noticeboard.site.journal.app.at(-1)).toMatchObject({
      text: 'letterbox-function failed: letterbox-function timed out after 55 seconds',
    });
  });
});
