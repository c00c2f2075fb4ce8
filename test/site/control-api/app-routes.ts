import { I18N_BUNDLE_FOLDER_NAME } from '@forge/i18n';
import { Hono } from 'hono';
import path from 'node:path';
import { z } from 'zod';
import { serveFile } from '../files';
import { isFor, mayOpen } from '../forge/context';
import type { AppManifest, UiModule } from '../forge/manifest';
import { MODULE_KINDS } from '../forge/modules/registry';
import { DEFAULT_LOCALE, languagesFor, localeFile, textFor } from '../forge/translations';
import type { LocalSite } from '../local-site';
import { CLOCK_OFFSET_HEADER } from '../web/clock-offset-header';
import { notThere, openingOf, placeSchema } from './place';

const localeCode = z.string().regex(/^[\w-]+$/);

const invokeBody = placeSchema.extend({ functionKey: z.string(), payload: z.unknown().optional() });

/** What the site's pages need of the app: its modules, their frames, and the far end of the bridge. */
export function appRoutes(site: Pick<LocalSite, 'forge' | 'jira' | 'clock'>): Hono {
  const { clock, forge, jira } = site;
  const routes = new Hono();
  routes.get('/site/app', (c) => c.json(appView(site, c.req.query('locale') ?? DEFAULT_LOCALE)));
  routes.get('/site/app/files/:resource/*', (c) => {
    const folder = forge.manifest.resources.get(c.req.param('resource'));
    if (folder === undefined) throw notThere('No such resource');
    const file = c.req.path.split('/').slice(5).join('/');
    return serveFile(path.join(forge.manifest.folder, folder), file);
  });
  routes.get('/site/context', (c) => {
    const opening = openingOf(placeSchema.parse(c.req.query()), forge, jira);
    if (!mayOpen(opening, jira)) throw notThere(`${opening.user.displayName} does not find the module there`);
    return c.json(forge.context(opening));
  });
  routes.post('/site/invoke', async (c) => {
    const { functionKey, payload, ...at } = invokeBody.parse(await c.req.json());
    const opening = openingOf(at, forge, jira);
    if (opening.place.at === 'portal' && !isFor(opening))
      return c.json({ error: { message: `The module is not for ${opening.user.accountType} users` } });
    const answer = await forge.invoke(opening, functionKey, payload);
    return c.json(answer, 200, { [CLOCK_OFFSET_HEADER]: String(clock.offset()) });
  });
  routes.get(`/frame/${I18N_BUNDLE_FOLDER_NAME}/:file`, (c) => {
    const file = localeFile(forge.manifest, c.req.param('file'));
    // The frame's sandbox gives it an origin of its own.
    return file ? c.json(file, 200, { 'access-control-allow-origin': '*' }) : c.notFound();
  });
  routes.get('/frame/:moduleKey', async (c) => {
    const translations = new URL(`/frame/${I18N_BUNDLE_FOLDER_NAME}/`, c.req.url).href;
    const language = localeCode.catch(DEFAULT_LOCALE).parse(c.req.query('locale'));
    const shown = { clockOffset: clock.offset(), language, translations };
    const page = await forge.frames.page(c.req.param('moduleKey'), shown);
    return page ?? c.notFound();
  });
  return routes;
}

/** The app as pages show it to a user with this locale. */
function appView({ clock, forge, jira }: Pick<LocalSite, 'forge' | 'jira' | 'clock'>, locale: string) {
  const { manifest } = forge;
  const { appId, cloudId, environmentId, installationId } = forge.installation;
  return {
    appId,
    cloudId,
    environmentId,
    installationId,
    name: manifest.name,
    modules: manifest.uiModules.map((module) => moduleView(manifest, module, locale)),
    languages: manifest.translations?.resources.map(({ key }) => key) ?? [],
    language: languagesFor(manifest, locale)[0],
    users: jira.users(),
    people: jira.people(),
    clockOffset: clock.offset(),
  };
}

/** A module as a page shows it to a user with this locale. */
export function moduleView(
  manifest: AppManifest,
  { icon = '', title, ...module }: UiModule,
  locale = DEFAULT_LOCALE,
) {
  const [, resource, file] = /^resource:([^;]+);(.+)$/.exec(icon) ?? [];
  const text = textFor(manifest, title, locale);
  return {
    ...module,
    at: MODULE_KINDS[module.type].view.at,
    title: text,
    icon: resource && file ? `/site/app/files/${resource}/${file}` : icon || undefined,
  };
}
