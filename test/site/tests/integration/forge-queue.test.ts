import type { Noticeboard } from './noticeboard';
import { startNoticeboard } from './noticeboard';

interface Errand {
  at: number;
  retryContext?: { retryCount: number; retryReason: string; retryData: unknown };
}

let noticeboard: Noticeboard;

beforeAll(async () => {
  noticeboard = await startNoticeboard({
    manifest: (text) =>
      text
        .replace('fiveMinute', 'week')
        .replace(
          '  consumer:\n',
          `  consumer:\n    - { key: rider, queue: parcels, function: courier-function }\n` +
            '    - { key: runner, queue: rounds, resolver: { function: board-resolver, method: run-errand } }\n',
        ),
  });
});
beforeEach(() => noticeboard.site.reset());

const push = (...events: object[]) => noticeboard.tool('push', { events });
const later = (advance: string) => noticeboard.door('POST', '/site/clock', { advance });
/** A push as `@forge/events` sends it, without the checks that it makes itself. */
const publish = (payload: object[], queueName = 'errands') =>
  noticeboard.site.forge.queue.handle(
    new Request('http://stargate/webhook/queue/publish/a/b/c/d', {
      method: 'POST',
      body: JSON.stringify({ queueName, jobId: 'j1', payload }),
    }),
  );
const waiting = () => noticeboard.site.forge.queue.snapshot().events;

function errands(name: string): Errand[] {
  const { plain } = noticeboard.site.forge.store.snapshot();
  return (plain.find(({ key }) => key === `errand:${name}`)?.value ?? []) as Errand[];
}

async function untilQueueIsEmpty(): Promise<void> {
  while (waiting().length > 0) await new Promise(setImmediate);
}

describe('an event', () => {
  it('reaches the consumer of its queue without a push by anyone', async () => {
    const { got } = await push({ body: { name: 'milk' } });
    expect(got).toEqual({ jobId: expect.any(String) as string });
    await untilQueueIsEmpty();
    expect(errands('milk')).toHaveLength(1);
    expect(errands('milk')[0]).toEqual({
      at: expect.any(Number) as number,
      body: { name: 'milk' },
      queueName: 'errands',
      jobId: (got as { jobId: string }).jobId,
      eventId: expect.any(String) as string,
    });
  });

  it('waits for its delay', async () => {
    await push({ body: { name: 'bread' }, delayInSeconds: 60 });
    await later('PT59S');
    expect(errands('bread')).toHaveLength(0);
    await later('PT2S');
    // `AsyncEvent` of @forge/events has what was pushed.
    expect(errands('bread')).toMatchObject([{ delayInSeconds: 60 }]);
  });

  it('comes again, later and later, when the consumer throws', async () => {
    await push({ body: { name: 'eggs', failTimes: 3 } });
    await later('PT2M');
    const [first, second] = errands('eggs').map(({ retryContext }) => retryContext);
    expect(first).toBeUndefined();
    expect(second).toMatchObject({ retryCount: 0, retryReason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR' });
    const times = errands('eggs').map(({ at }) => at);
    const [one = 0, two = 0, three = 0] = times.slice(1).map((at, i) => at - (times[i] ?? 0));
    expect(two).toBeGreaterThan(one);
    expect(three).toBeGreaterThan(two);
    expect(waiting()).toEqual([]);
  });

  it('comes again when the consumer asks for it, after the time it asks for', async () => {
    await push({ body: { name: 'tea', failTimes: 1, retryAfter: 30 } });
    await later('PT29S');
    expect(errands('tea')).toHaveLength(1);
    await later('PT2S');
    expect(errands('tea')[1]?.retryContext).toMatchObject({
      retryCount: 1,
      retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED',
      retryData: { tried: 0 },
      retentionWindow: { remainingTimeMs: expect.any(Number) as number },
    });
  });

  it('comes again when the consumer takes longer than its own time limit', async () => {
    await push({ body: { name: 'soup', takesMs: 11_000 } });
    await later('PT11S');
    expect(noticeboard.site.journal.app.map(({ text }) => text)).toContain(
      'courier-function failed: courier-function timed out after 10 seconds',
    );
    expect(waiting()).toMatchObject([{ retryContext: { retryReason: 'FUNCTION_TIME_OUT' } }]);
  });

  it('is given up after a day', async () => {
    const { got } = await push({ body: { name: 'never', failTimes: 1000, retryAfter: 900 } });
    await later('P1D');
    expect(waiting()).toEqual([]);
    expect((await noticeboard.tool('stats', got)).got).toEqual({ success: 0, inProgress: 0, failed: 1 });
  });

  it('waits for those of its concurrency key', async () => {
    const concurrency = { key: 'one-bicycle', limit: 1 };
    await push(
      { body: { name: 'north', takesMs: 5000 }, concurrency },
      { body: { name: 'south', takesMs: 5000 }, concurrency },
      { body: { name: 'on-foot' } },
    );
    await later('PT4S');
    expect([errands('north'), errands('south'), errands('on-foot')].map(({ length }) => length)).toEqual([
      1, 0, 1,
    ]);
    await later('PT2S');
    expect(errands('south')).toHaveLength(1);
  });

  // https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/
  it('waits for those of its concurrency key in every queue of the installation', async () => {
    const concurrency = { key: 'one-bicycle', limit: 1 };
    const event = (name: string, takesMs: number) => ({ body: { name, takesMs }, concurrency });
    await publish([event('north', 3000)]);
    await publish([event('box', 10)], 'parcels');
    await later('PT2S');
    expect(['north', 'box'].map((name) => errands(name).length)).toEqual([1, 0]);
    await later('PT2S');
    expect(errands('box')).toHaveLength(1);
  });

  // https://developer.atlassian.com/platform/forge/limits-async-events/
  it('is given up, and that is logged, when its retry data has more than 4 KB', async () => {
    const retryData = 'x'.repeat(4 * 1024);
    await push({ body: { name: 'letter', failTimes: 1, retryAfter: 1, retryData } });
    await later('PT3S');
    expect([errands('letter').length, waiting()]).toEqual([1, []]);
    expect(noticeboard.site.journal.app.map(({ text }) => text)).toContain(
      'An event of errands is given up: its retry data exceeds 4 KB.',
    );
  });
});

// The older form of the module, in the schema of @forge/manifest.
it('an event reaches a definition of a resolver, where the consumer names one', async () => {
  await publish([{ body: { name: 'milk', fails: true } }], 'rounds');
  await later('PT1M');
  expect((await noticeboard.tool('kvs', { method: 'get', args: ['ran'] })).got).toEqual({
    payload: { name: 'milk', fails: true, retryContext: expect.any(Object) as object },
    jobId: 'j1',
  });
  expect(waiting()).toEqual([]);
});

describe('a push', () => {
  it('is refused where the manifest has no consumer for its queue', async () => {
    expect((await noticeboard.tool('push-elsewhere')).threw).toMatchObject({
      message: expect.stringContaining('400') as string,
    });
  });

  it('has 50 events at most, and 200 KB', async () => {
    const events = (count: number, text = '') => Array.from({ length: count }, () => ({ body: { text } }));
    expect((await publish(events(51))).status).toBe(400);
    expect((await publish(events(2, 'x'.repeat(101 * 1024)))).status).toBe(413);
    expect((await publish(events(50))).status).toBe(201);
  });

  it('has delays of 900 seconds at most', async () => {
    const delayed = (delayInSeconds: number) => ({ body: { name: 'post' }, delayInSeconds });
    expect((await push(delayed(901))).threw).toMatchObject({
      message: expect.stringContaining('between 0 and 900') as string,
    });
    expect((await publish([delayed(901)])).status).toBe(400);
    expect((await publish([delayed(900)])).status).toBe(201);
  });

  it('is refused beyond 500 events a minute', async () => {
    const fifty = Array.from({ length: 50 }, (_, i) => ({ body: { name: `n${i}` }, delayInSeconds: 900 }));
    for (let i = 0; i < 10; i++) expect((await push(...fifty)).threw).toBeUndefined();
    expect((await push({ body: { name: 'x' } })).threw).toMatchObject({ message: 'Too many requests.' });
    await later('PT61S');
    expect((await push({ body: { name: 'x' } })).threw).toBeUndefined();
  });
});
