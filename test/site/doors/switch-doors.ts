import { Hono } from 'hono';
import type { LocalSite } from '../local-site';
import { setSwitches, siteSwitchesSchema, switchesOf } from '../switches';

/** How the site behaves where that is unconfirmed, or where things go wrong; a reset puts it back. */
export function switchDoors(site: LocalSite): Hono {
  const doors = new Hono();
  doors.get('/site/switches', (c) => c.json(switchesOf(site)));
  doors.post('/site/switches', async (c) => {
    setSwitches(site, siteSwitchesSchema.parse(await c.req.json()));
    return c.json(switchesOf(site));
  });
  return doors;
}
