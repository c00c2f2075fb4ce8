import { Hono } from 'hono';
import { z } from 'zod';
import { proxyError } from '../forge/answers';
import { realtimeContext } from '../forge/context';
import { mayUseJira } from '../forge/jira-port';
import { channelOptions } from '../forge/realtime';
import { TokenRefusal } from '../forge/realtime-token';
import type { LocalSite } from '../local-site';
import { openingOf, placeSchema, realtimeOpeningOf } from './place';

const publishBody = placeSchema.extend({
  channelName: z.string().min(1),
  isGlobal: z.boolean().default(false),
  eventPayload: z.unknown().optional(),
  options: channelOptions,
});

const productBody = placeSchema.extend({
  restPath: z.string().startsWith('/rest/'),
  init: z
    .object({
      method: z.string().exactOptional(),
      headers: z.record(z.string(), z.string()).exactOptional(),
      /** `null` is what the bridge sends with a GET. */
      body: z.string().nullable().exactOptional(),
    })
    .default({}),
});

/** The far end of what the bridge of a frame does beside invoking functions. */
export function bridgeRoutes(site: Pick<LocalSite, 'forge' | 'jira' | 'url'>): Hono {
  const { forge, jira } = site;
  const routes = new Hono();
  routes.post('/site/bridge/publish', async (c) => {
    const { channelName, isGlobal, eventPayload, options, ...at } = publishBody.parse(await c.req.json());
    const opening = realtimeOpeningOf(at, forge, jira);
    const channel = { channelName, isGlobal, options, context: realtimeContext(opening) };
    if (!forge.realtime.take()) return c.json({ error: { message: 'RATE_LIMIT_EXCEEDED' } }, 429);
    try {
      return c.json(forge.realtime.publish(channel, eventPayload));
    } catch (error) {
      if (!(error instanceof TokenRefusal)) throw error;
      return c.json({ eventId: null, eventTimestamp: null, errors: [{ message: error.message }] });
    }
  });
  routes.post('/site/bridge/product', async (c) => {
    const { restPath, init, ...at } = productBody.parse(await c.req.json());
    const { user } = openingOf(at, forge, jira);
    if (!mayUseJira(user)) return proxyError(401, 'NEEDS_AUTHENTICATION_ERR');
    const request = new Request(new URL(restPath, site.url), init);
    const { scopes } = forge.manifest;
    return jira.rest.fetch(request, { actor: { kind: 'user', user: user.login, scopes } });
  });
  return routes;
}
