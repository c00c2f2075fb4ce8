import type { z } from 'zod';
import { forgeSwitches } from './forge/switches';
import type { ForgeSwitches } from './forge/switches';
import { INCODE_SWITCHES_SCHEMA } from './incode/switches';
import type { IncodeSwitches } from './incode/switches';
import { JIRA_SWITCHES_SCHEMA } from './jira/switches';
import type { JiraSwitches } from './jira/switches';
import type { LocalSite } from './local-site';

/** Some of the site's switches: Forge's by their names, Jira's and Incode's each in a group of their own. */
export interface SiteSwitches extends Partial<ForgeSwitches> {
  jira?: Partial<JiraSwitches>;
  incode?: Partial<IncodeSwitches>;
}

/** `SiteSwitches` as JSON, in which nothing is `undefined`. */
export const siteSwitchesSchema = forgeSwitches.partial().extend({
  jira: JIRA_SWITCHES_SCHEMA.partial().exactOptional(),
  incode: INCODE_SWITCHES_SCHEMA.partial().exactOptional(),
}) as z.ZodType<SiteSwitches>;

type Parts = Pick<LocalSite, 'forge' | 'jira' | 'incode'>;

/** How all of the site's switches are set. */
export function switchesOf({ forge, incode, jira }: Parts): Required<SiteSwitches> {
  return { ...forge.switches, jira: jira.switches, incode: incode.switches };
}

/** Sets some switches, until the site is reset. */
export function setSwitches(site: Parts, { jira, incode, ...forge }: SiteSwitches): void {
  Object.assign(site.forge.switches, forge);
  if (jira) site.jira.setSwitches(jira);
  if (incode) site.incode.setSwitches(incode);
}
