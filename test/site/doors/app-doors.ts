import { Hono } from 'hono';
import path from 'node:path';
import { z } from 'zod';
import { serveFile } from '../files';
import type { UiModule } from '../forge/manifest';
import type { LocalSite } from '../local-site';
import { notThere, placeOf, placeSchema } from './place';

const invokeBody = placeSchema.extend({ functionKey: z.string(), payload: z.unknown().optional() });

/** What the site's pages need of the app: its modules, their frames, and the far end of the bridge. */
export function appDoors(site: Pick<LocalSite, 'forge' | 'jira' | 'clock'>): Hono {
  const { clock, forge, jira } = site;
  const doors = new Hono();
  doors.get('/site/app', (c) => {
    const { appId, cloudId, environmentId, installationId } = forge.installation;
    return c.json({
      appId,
      cloudId,
      environmentId,
      installationId,
      name: forge.manifest.name,
      modules: forge.manifest.uiModules.map(moduleView),
      users: jira.users(),
      clockOffset: clock.offset(),
    });
  });
  doors.get('/site/app/files/:resource/*', (c) => {
    const folder = forge.manifest.resources.get(c.req.param('resource'));
    if (folder === undefined) throw notThere('No such resource');
    const file = c.req.path.split('/').slice(5).join('/');
    return serveFile(path.join(forge.manifest.folder, folder), file);
  });
  doors.get('/site/context', (c) =>
    c.json(forge.context(placeOf(placeSchema.parse(c.req.query()), forge, jira))),
  );
  doors.post('/site/invoke', async (c) => {
    const { functionKey, payload, ...at } = invokeBody.parse(await c.req.json());
    return c.json(await forge.invoke(placeOf(at, forge, jira), functionKey, payload));
  });
  doors.get('/frame/:moduleKey', async (c) => {
    const page = await forge.frames.page(c.req.param('moduleKey'), clock.offset());
    return page ?? c.notFound();
  });
  return doors;
}

function moduleView({ icon = '', ...module }: UiModule): object {
  const [, resource, file] = /^resource:([^;]+);(.+)$/.exec(icon) ?? [];
  return { ...module, icon: resource && file ? `/site/app/files/${resource}/${file}` : icon || undefined };
}
