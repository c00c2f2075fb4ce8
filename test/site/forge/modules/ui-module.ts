import { z } from 'zod';
import { FUNCTION_LIMIT, moduleKey, moduleText } from './module-kind';

/** Those of Forge's display conditions that this site knows; any other is refused at the start. */
const displayConditions = z.strictObject({ projectType: z.string().exactOptional() });

/**
 * Those without a licence whom a module is for as well.
 * @see https://developer.atlassian.com/platform/forge/access-to-forge-apps-for-unlicensed-users/
 */
const unlicensedAccess = z.array(z.enum(['unlicensed', 'customer', 'anonymous']));

/** What the modules that are drawn with UI Kit have in common. */
export const uiModule = z.looseObject({
  key: moduleKey,
  /** A resource, or one of its entries: `resource/entry`. */
  resource: z.string(),
  render: z.literal('native', { error: "only UI Kit is hosted: render must be 'native'" }),
  resolver: z.object({ function: z.string() }).exactOptional(),
  title: moduleText,
  icon: z.string().exactOptional(),
  useAsConfig: z.boolean().exactOptional(),
  displayConditions: displayConditions.exactOptional(),
  unlicensedAccess: unlicensedAccess.exactOptional(),
});

export const uiModules = z.array(uiModule).default([]);

export type UiModuleSource = z.output<typeof uiModule>;

/** Resolvers cannot ask for more time. */
export const resolverLimit = (): number => FUNCTION_LIMIT;
