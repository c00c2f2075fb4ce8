import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { actionRoutes } from './control-api/action-routes';
import { appRoutes, moduleView } from './control-api/app-routes';
import { automationRoutes } from './control-api/automation-routes';
import { bridgeRoutes } from './control-api/bridge-routes';
import { controlRoutes } from './control-api/control-routes';
import { panelRoutes } from './control-api/panel-routes';
import { portalRoutes } from './control-api/portal-routes';
import { switchRoutes } from './control-api/switch-routes';
import { workflowRoutes } from './control-api/workflow-routes';
import { serveFile } from './files';
import type { Arrival, Serve } from './server';
import type { LocalSite } from './local-site';
import { homePage } from './web/home';

/** Everything that the site serves. */
export function siteRoutes(site: LocalSite, pages: () => Promise<string>): Serve {
  const routes = new Hono<{ Bindings: Arrival }>();
  routes.route('/', controlRoutes(site));
  routes.route('/', switchRoutes(site));
  routes.route('/', appRoutes(site));
  routes.route('/', bridgeRoutes(site));
  routes.route('/', panelRoutes(site));
  routes.route('/', portalRoutes(site));
  routes.route('/', workflowRoutes(site));
  routes.route('/', actionRoutes(site));
  routes.route('/', automationRoutes(site));
  routes.all('/webtrigger/*', (c) => {
    const owner = site.elsewhere.find(({ webTriggers }) => webTriggers.owns(c.req.raw)) ?? site.forge;
    return owner.webTriggers.serve(c.req.raw, c.env.rawHeaders);
  });
  routes.all('/rest/*', (c) => site.jira.rest.fetch(c.req.raw, {}));
  routes.route('/', site.incode.pages);
  routes.get('/', (c) => {
    const { manifest } = site.forge;
    const { name } = manifest;
    const modules = manifest.uiModules.map((module) => moduleView(manifest, module));
    const { issues } = site.jira.state();
    const webTriggers = site.forge.webTriggers.all();
    const users = site.jira.users();
    const customers = users
      .filter(({ accountType }) => accountType !== 'licensed')
      .map((user) => ({ ...user, requests: site.jira.portals.requestsOf(user.login) }));
    return c.html(homePage({ app: { name, modules }, webTriggers, issues, users, customers }));
  });
  for (const page of [
    '/browse/*',
    '/jira/*',
    '/servicedesk/customer/*',
    '/phone',
    '/verify/*',
    '/incode/dashboard',
  ]) {
    routes.get(page, async () => serveFile(await pages(), 'index.html'));
  }
  routes.get('/assets/*', async (c) => serveFile(await pages(), c.req.path.slice(1)));
  routes.onError((error, c) => {
    if (error instanceof HTTPException) return c.json({ error: { message: error.message } }, error.status);
    if (error instanceof z.ZodError) return c.json({ error: { message: z.prettifyError(error) } }, 400);
    if (error instanceof SyntaxError) return c.json({ error: { message: error.message } }, 400);
    throw error;
  });
  return (request, arrival) => routes.fetch(request, arrival);
}
