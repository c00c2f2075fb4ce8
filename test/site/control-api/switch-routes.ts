import { Hono } from 'hono';
import type { LocalSite } from '../local-site';
import { setSwitches, siteSwitchesSchema, switchesOf } from '../switches';

/** How the site behaves where that is unconfirmed, or where things go wrong; a reset puts it back. */
export function switchRoutes(site: LocalSite): Hono {
  const routes = new Hono();
  routes.get('/site/switches', (c) => c.json(switchesOf(site)));
  routes.post('/site/switches', async (c) => {
    setSwitches(site, siteSwitchesSchema.parse(await c.req.json()));
    return c.json(switchesOf(site));
  });
  return routes;
}
