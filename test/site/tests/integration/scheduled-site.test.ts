import path from 'node:path';
import { createSite } from '../../scheduled-site';
import type { ScheduledSite } from '../../scheduled-site';
import type { SiteSnapshot } from '../../local-site';

const NOTICEBOARD = path.resolve(__dirname, '../noticeboard-app');

let site: ScheduledSite;
let fresh: SiteSnapshot;

beforeAll(async () => {
  site = await createSite({ app: NOTICEBOARD });
  fresh = site.snapshot();
});

function tool(functionKey: string, payload: object = {}): Promise<{ value: { got: unknown } }> {
  const body = JSON.stringify({ module: 'workshop', as: 'admin', functionKey, payload });
  return site
    .fetch(new Request(`${site.url}/site/invoke`, { method: 'POST', body }))
    .then((answer) => answer.json() as Promise<{ value: { got: unknown } }>);
}

/** Two functions that count in the same place at the same time, which loses counts, and what they came to. */
async function race(randomSeed: number): Promise<{ counted: unknown; calls: object[] }> {
  await site.rewind(fresh, randomSeed);
  const both = Promise.all([1, 2].map(() => tool('count', { key: 'n', times: 5 })));
  await site.scheduler.until(both);
  const { plain } = site.forge.store.snapshot();
  return { counted: plain.find(({ key }) => key === 'n')?.value, calls: [...site.journal.calls] };
}

describe('a scheduled site', () => {
  it('runs the same way again with the same seed, to the millisecond and the last id', async () => {
    const [one, two] = [await race(7), await race(7)];
    expect(one.calls).toHaveLength(22);
    expect(two).toEqual(one);
  });

  it('runs in other orders with other seeds, so that a race is lost in different ways', async () => {
    const counts = [];
    for (let seed = 0; seed < 20; seed++) counts.push((await race(seed)).counted);
    expect(new Set(counts).size).toBeGreaterThan(2);
  });

  it('gives the app its chances from the seed too', async () => {
    const chances = async (seed: number) => {
      await site.rewind(fresh, seed);
      return site.scheduler.until(tool('chance'));
    };
    expect(await chances(1)).toEqual(await chances(1));
    expect(await chances(1)).not.toEqual(await chances(2));
  });

  it('stands still unless it is run', async () => {
    await site.rewind(fresh, 1);
    const before = site.clock.now();
    let isAnswered = false;
    const answer = tool('now').then(() => (isAnswered = true));
    const rest = tool('rest', { ms: 3000 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([isAnswered, site.clock.now()]).toEqual([true, before]);
    await site.scheduler.runUntilIdle();
    await Promise.all([answer, rest]);
    expect(site.clock.now() - before).toBe(3000);
  });

  it('runs what a time brings: delayed events, and schedules', async () => {
    await site.rewind(fresh, 1);
    await site.scheduler.until(tool('push', { events: [{ body: { name: 'milk' }, delayInSeconds: 120 }] }));
    await site.scheduler.runUntilIdle();
    const has = (wanted: string) => site.forge.store.snapshot().plain.some(({ key }) => key === wanted);
    expect([has('errand:milk'), has('sweeper:last')]).toEqual([false, false]);
    await site.scheduler.run(6 * 60_000);
    expect([has('errand:milk'), has('sweeper:last')]).toEqual([true, true]);
  });

  it('goes back to a snapshot with everything, and with cold instances', async () => {
    await site.rewind(fresh, 1);
    await site.scheduler.until(tool('leak', { value: 'kept by the instance' }));
    await site.scheduler.until(tool('count', { key: 'n', times: 3 }));
    const later = site.snapshot();
    const atThatTime = structuredClone(later);
    await site.scheduler.run(3_600_000);
    await site.scheduler.until(tool('trigger-url', { key: 'letterbox' }));
    await site.scheduler.until(tool('count', { key: 'n', times: 1 }));
    await site.rewind(later, 2);
    expect(site.snapshot()).toEqual(atThatTime);
    expect(await site.scheduler.until(tool('leak', { value: 'x' }))).toMatchObject({
      value: { got: 'nothing' },
    });
  });

  it('takes the times that are set, to the millisecond, or spread around them', async () => {
    const body = JSON.stringify({
      module: 'workshop',
      as: 'admin',
      functionKey: 'count',
      payload: { key: 'n', times: 5 },
    });
    const timeOf = async (spread: number, randomSeed: number) => {
      const timed = await createSite({ app: NOTICEBOARD, latency: { kvs: 8 }, spread, randomSeed });
      const before = timed.clock.now();
      await timed.send('/site/invoke', { method: 'POST', body });
      return timed.clock.now() - before;
    };
    expect(await timeOf(0, 1)).toBe(11 * 8);
    const spread = [await timeOf(0.5, 1), await timeOf(0.5, 2)];
    expect(new Set([88, ...spread]).size).toBe(3);
    for (const time of spread) expect(Math.abs(time - 88)).toBeLessThan(88);
  });

  it('says so when nothing leads to the end of what is waited for', async () => {
    await site.rewind(fresh, 1);
    await expect(site.scheduler.until(new Promise(() => undefined))).rejects.toThrow(
      'Nothing on the site leads',
    );
  });
});
