import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import type { Place } from '../forge/context';
import type { Forge } from '../forge/forge';
import { DEFAULT_LOCALE } from '../forge/translations';
import type { Jira } from '../jira/jira';

/** Where a person stands, as the doors are told it: a module's key, a login name, and an issue where there is one. */
export const placeSchema = z.object({
  module: z.string(),
  as: z.string(),
  issue: z.string().exactOptional(),
  /** The user's language, such as `de-DE`. */
  locale: z.string().exactOptional(),
});

/** @throws HTTPException naming the part that does not exist */
export function placeOf(at: z.output<typeof placeSchema>, forge: Forge, jira: Jira): Place {
  const module = forge.manifest.uiModules.find((each) => each.key === at.module);
  if (!module) throw notThere(`The app has no module ${at.module} that can be opened`);
  const user = jira.users().find((each) => each.login === at.as);
  if (!user) throw notThere(`There is no user ${at.as}`);
  const { locale = DEFAULT_LOCALE } = at;
  if (module.type === 'jira:adminPage') return { module, user, locale };
  const issue = jira.issue(at.issue ?? '');
  if (!issue) throw notThere(`There is no issue ${at.issue ?? ''} to open ${at.module} on`);
  return { module, user, locale, issue };
}

export function notThere(message: string): HTTPException {
  return new HTTPException(404, { message });
}
