import { Hono } from 'hono';
import { z } from 'zod';
import type { LocalSite } from '../local-site';
import { openingOf, placeSchema } from './place';

const panelsQuery = z.object({ issue: z.string(), as: z.string() });

/** Which of the app's panels stand on an issue, where a switch hides them until somebody adds them. */
export function panelRoutes({ forge, jira }: Pick<LocalSite, 'forge' | 'jira'>): Hono {
  const routes = new Hono();
  routes.get('/site/panels', (c) => {
    const at = panelsQuery.parse(c.req.query());
    const panels = forge.manifest.uiModules.filter(({ type }) => type === 'jira:issuePanel');
    const openings = panels.map(({ key }) => openingOf({ ...at, module: key }, forge, jira));
    const hidden = openings.filter((opening) => forge.isHidden(opening)).map(({ module }) => module.key);
    return c.json({ hidden });
  });
  routes.post('/site/panels', async (c) => {
    forge.addPanel(openingOf(placeSchema.parse(await c.req.json()), forge, jira));
    return c.body(null, 204);
  });
  return routes;
}
