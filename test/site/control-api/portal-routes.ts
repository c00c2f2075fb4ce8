import { Hono } from 'hono';
import { z } from 'zod';
import { mayOpen } from '../forge/context';
import type { LocalSite } from '../local-site';
import { notThere, openingOf } from './place';

const requestQuery = z.object({ as: z.string(), portal: z.coerce.number(), issue: z.string() });
const requestsQuery = z.object({ as: z.string() });
const answerBody = z.object({ as: z.string(), issue: z.string(), text: z.string().trim().min(1) });

/** What customers see of Jira: their requests, and the app's modules on each. */
export function portalRoutes({ forge, jira }: Pick<LocalSite, 'forge' | 'jira'>): Hono {
  const routes = new Hono();
  routes.get('/site/portal/request', (c) => {
    const { as, issue, portal } = requestQuery.parse(c.req.query());
    const request = jira.portals.view(as, portal, issue);
    if (!request) throw notThere(`${as} sees no request ${issue} in portal ${portal}`);
    const modules = forge.manifest.uiModules
      .filter(({ type }) => type === 'jiraServiceManagement:portalRequestDetailPanel')
      .filter(({ key }) => mayOpen(openingOf({ as, issue, module: key }, forge, jira), jira));
    return c.json({ request, modules: modules.map(({ key }) => key) });
  });
  routes.get('/site/portal/requests', (c) =>
    c.json({ requests: jira.portals.requestsOf(requestsQuery.parse(c.req.query()).as) }),
  );
  routes.post('/site/portal/answer', async (c) => {
    const { as, issue, text } = answerBody.parse(await c.req.json());
    const comment = jira.portals.answer(as, issue, text);
    if (!comment) throw notThere(`${as} sees no request ${issue} in a portal`);
    return c.json({ id: comment.id });
  });
  return routes;
}
