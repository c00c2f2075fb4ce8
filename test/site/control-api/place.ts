import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import type { Opening } from '../forge/context';
import type { Forge } from '../forge/forge';
import { DEFAULT_LOCALE } from '../forge/translations';
import type { JiraPort } from '../forge/jira-port';
import type { Place } from '../forge/modules/place';
import { MODULE_KINDS } from '../forge/modules/registry';

/** Where a person stands, as the control API is told it: a module's key, a login name, and an issue where there is one. */
export const placeSchema = z.object({
  module: z.string(),
  as: z.string(),
  issue: z.string().exactOptional(),
  /** The user's language, such as `de-DE`. */
  locale: z.string().exactOptional(),
  /** Whether the page around is dark. */
  colorMode: z.enum(['light', 'dark']).exactOptional(),
  /** Whether the user has just added the panel to the issue. */
  isNewToIssue: z.union([z.boolean(), z.stringbool()]).exactOptional(),
});

type At = z.output<typeof placeSchema>;

/** @throws HTTPException naming the part that does not exist */
export function openingOf(at: At, forge: Forge, jira: JiraPort): Opening {
  const module = forge.manifest.uiModules.find((each) => each.key === at.module);
  if (!module) throw notThere(`The app has no module ${at.module} that can be opened`);
  const user = jira.users().find((each) => each.login === at.as);
  if (!user) throw notThere(`There is no user ${at.as}`);
  const { colorMode = 'light', isNewToIssue = false, locale = DEFAULT_LOCALE } = at;
  return {
    module,
    user,
    locale,
    colorMode,
    isNewToIssue,
    place: findPlace[MODULE_KINDS[module.type].view.at](at, jira),
  };
}

/** The same for realtime. @throws HTTPException also where it cannot be used */
export function realtimeOpeningOf(at: At, forge: Forge, jira: JiraPort): Opening {
  const opening = openingOf(at, forge, jira);
  if (opening.place.at === 'portal' && !forge.switches.realtimeInPortals)
    throw new HTTPException(403, { message: 'Realtime is not available in portals.' });
  return opening;
}

/** How each kind of place is found by what the request says. */
const findPlace: Record<Place['at'], (at: At, jira: JiraPort) => Place> = {
  settings: () => ({ at: 'settings' }),
  portal: ({ issue = '', module }, jira) => {
    const request = jira.portals.request(issue);
    if (!request) throw notThere(`There is no request ${issue} in a portal to open ${module} on`);
    return { at: 'portal', request };
  },
  issue: ({ issue = '', module }, jira) => {
    const found = jira.issue(issue);
    if (!found) throw notThere(`There is no issue ${issue} to open ${module} on`);
    return { at: 'issue', issue: found };
  },
};

export function notThere(message: string): HTTPException {
  return new HTTPException(404, { message });
}
