import type { Noticeboard } from './noticeboard';
import { startNoticeboard, timelessNoticeboard } from './noticeboard';
import type { ScheduledSite } from '../../scheduled-site';

const manifest = (text: string) => text.replace('fiveMinute', 'week');

/** On a clock that stands still: what counts within a time does so on the slowest machine. */
let timeless: Noticeboard<ScheduledSite>;
beforeAll(async () => {
  timeless = await timelessNoticeboard(manifest);
});
beforeEach(() => timeless.site.reset());

const later = (advance: string) => timeless.door('POST', '/site/clock', { advance });

async function statusesOf(count: number, ask: () => Response | Promise<Response>): Promise<Set<number>> {
  const statuses = new Set<number>();
  for (let i = 0; i < count; i++) statuses.add((await ask()).status);
  return statuses;
}

describe('requests to storage', () => {
  // What the app stored when it was installed counts for a second.
  beforeEach(() => later('PT1S'));

  it('are refused beyond 1,000 within a second, with 429 RATE_LIMIT_EXCEEDED', async () => {
    expect((await timeless.tool('count-reads', { times: 1000 })).threw).toBeUndefined();
    const { threw } = await timeless.tool('count-reads', { times: 1 });
    expect(threw).toMatchObject({ name: 'ForgeKvsError', status: 429, code: 'RATE_LIMIT_EXCEEDED' });
    await later('PT1S');
    expect((await timeless.tool('count-reads', { times: 1000 })).threw).toBeUndefined();
  });
});

describe('batches of storage', () => {
  beforeEach(() => later('PT1S'));

  it('count as one request each, however many keys they have', async () => {
    expect((await timeless.tool('batch-often', { times: 1000, items: 25 })).threw).toBeUndefined();
  });

  it('are refused beyond the rate like any request', async () => {
    const { threw } = await timeless.tool('batch-often', { times: 1001, items: 1 });
    expect(threw).toMatchObject({ status: 429, code: 'RATE_LIMIT_EXCEEDED' });
  });
});

describe('realtime operations', () => {
  it('are refused beyond 50 within a second', async () => {
    const { got } = await timeless.tool('publish-often', { channel: 'news', times: 51 });
    const answers = got as { errors?: { message: string }[] }[];
    expect(answers.slice(0, 50).flatMap(({ errors = [] }) => errors)).toEqual([]);
    expect(answers[50]?.errors).toEqual([{ message: 'RATE_LIMIT_EXCEEDED', status: 429 }]);
    await later('PT1S');
    const again = await timeless.tool('publish-often', { channel: 'news', times: 1 });
    expect(again.got).toEqual([{ eventId: null, eventTimestamp: null }]);
  });
});

describe('invocations', () => {
  it('are refused a user beyond 1,200 within a minute, and nobody else', async () => {
    for (let i = 0; i < 1200; i++) await timeless.board('served');
    expect(await timeless.board('served')).toMatchObject({
      error: { message: expect.stringContaining('1200 invocations within a minute') as string },
    });
    expect(await timeless.board('served', {}, { as: 'agent2' })).toHaveProperty('value');
    await later('PT61S');
    expect(await timeless.board('served')).toHaveProperty('value');
  });

  it('are refused an installation beyond 5,000 within a minute', async () => {
    const { got: url } = await timeless.tool('trigger-url', { key: 'doorbell' });
    const ring = () => timeless.site.fetch(new Request(String(url), { method: 'POST' }));
    // Installing the app and asking for the URL were two of them.
    expect(await statusesOf(4998, ring)).toEqual(new Set([202]));
    expect((await ring()).status).toBe(429);
    await later('PT61S');
    expect((await ring()).status).toBe(202);
  });

  it('count in windows that begin with the first of them', async () => {
    await timeless.board('served');
    await later('PT50S');
    for (let i = 0; i < 1199; i++) await timeless.board('served');
    expect(await timeless.board('served')).toHaveProperty('error');
    await later('PT11S');
    for (let i = 0; i < 600; i++) expect(await timeless.board('served')).toHaveProperty('value');
  });

  it('have 100 lines of log', async () => {
    await timeless.tool('chatter', { lines: 150 });
    const lines = timeless.site.journal.app.map(({ text }) => text);
    expect(lines).toContain('line 99');
    expect(lines).not.toContain('line 100');
    expect(lines.at(-1)).toContain('logs more than 100 lines');
    await timeless.tool('chatter', { lines: 1 });
    expect(timeless.site.journal.app.at(-1)).toMatchObject({ text: 'line 1' });
  });
});

describe('a site that is reset, its clock set back with it,', () => {
  it('holds nothing against the app that was done before', async () => {
    await later('PT10M');
    await timeless.tool('publish-often', { channel: 'news', times: 50 });
    await timeless.site.reset();
    const { got } = await timeless.tool('publish-often', { channel: 'news', times: 1 });
    expect((got as { errors?: unknown[] }[]).flatMap(({ errors = [] }) => errors)).toEqual([]);
  });
});

let noticeboard: Noticeboard;
beforeAll(async () => {
  noticeboard = await startNoticeboard({ manifest });
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
    await noticeboard.door('POST', '/site/clock', { advance: 'PT56S' });
    expect((await answer).status).toBe(424);
    expect(noticeboard.site.journal.app.at(-1)).toMatchObject({
      text: 'letterbox-function failed: letterbox-function timed out after 55 seconds',
    });
  });
});
