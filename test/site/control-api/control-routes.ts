import { Hono } from 'hono';
import { z } from 'zod';
import { faultSchema } from '../forge/faults';
import { LIFECYCLE_EVENTS } from '../forge/installation';
import { messageOf } from '../forge/realm';
import type { LocalSite } from '../local-site';
import { durationMs } from './duration';
import { notThere } from './place';

const clockBody = z.strictObject({
  advance: z.string().transform((text, c) => {
    const ms = durationMs(text);
    if (ms !== undefined) return ms;
    c.addIssue('advance is an ISO 8601 duration like PT11M');
    return z.NEVER;
  }),
});

const eventBody = z.strictObject({
  event: z.enum(LIFECYCLE_EVENTS),
  payload: z.record(z.string(), z.unknown()).default({}),
});

async function outcomeOf(work: Promise<unknown>): Promise<{ error?: { message: string } }> {
  try {
    await work;
    return {};
  } catch (error) {
    return { error: { message: messageOf(error) } };
  }
}

/** Looking at the site and moving it: log, state, time, faults, schedules, reset. */
export function controlRoutes(site: LocalSite): Hono {
  const routes = new Hono();
  routes.get('/site/log', (c) => c.json({ calls: site.journal.calls, app: site.journal.app }));
  routes.get('/site/webtriggers', (c) => c.json(site.forge.webTriggers.all()));
  routes.get('/site/state', (c) => c.json(site.state()));
  routes.post('/site/clock', async (c) => {
    await site.advance(clockBody.parse(await c.req.json()).advance);
    return c.json({ now: new Date(site.clock.now()).toISOString(), offset: site.clock.offset() });
  });
  routes.post('/site/fault', async (c) => {
    site.faults.add(faultSchema.parse(await c.req.json()));
    return c.body(null, 204);
  });
  routes.delete('/site/fault', (c) => {
    site.faults.clear();
    return c.body(null, 204);
  });
  routes.post('/site/cold', (c) => {
    site.forge.makeCold();
    return c.body(null, 204);
  });
  routes.post('/site/event', async (c) => {
    const { event, payload } = eventBody.parse(await c.req.json());
    return c.json(await outcomeOf(site.forge.tellOf(event, payload)));
  });
  routes.post('/site/run/:schedule', async (c) => {
    const run = site.forge.runSchedule(c.req.param('schedule'));
    if (!run) throw notThere(`The app has no scheduled trigger ${c.req.param('schedule')}`);
    return c.json(await outcomeOf(run));
  });
  routes.post('/site/uninstall', (c) => {
    site.forge.uninstall();
    return c.body(null, 204);
  });
  routes.post('/site/reset', async (c) => {
    const { error } = await outcomeOf(site.reset());
    return error ? c.json({ error }, 500) : c.body(null, 204);
  });
  return routes;
}
