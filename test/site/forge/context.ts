import { siteAri } from './invocation';
import type { Installation } from './invocation';
import type { JiraPort, SiteUser } from './jira-port';
import type { AppManifest, UiModule } from './manifest';
import type { Place } from './modules/place';
import { MODULE_KINDS } from './modules/registry';
import type { RealtimeContext } from './realtime';

/** A module of the app that somebody has open. */
export interface Opening {
  module: UiModule;
  place: Place;
  user: SiteUser;
  /** The user's language. */
  locale: string;
  colorMode: 'light' | 'dark';
  /** Whether the user has just added the panel to the issue. */
  isNewToIssue: boolean;
}

/** Where a frame publishes and listens. */
export function realtimeContext(opening: Opening): RealtimeContext {
  return { moduleKey: opening.module.key, extension: extensionOf(opening) };
}

/** `context.extension`, which says what the module belongs to. */
export function extensionOf({ module, place }: Opening): Record<string, unknown> {
  return { type: module.type, ...MODULE_KINDS[module.type].view.context(place, module.key) };
}

/** Whether the user is shown the module in its place. What its resolver may do is for the app to decide. */
export function mayOpen(opening: Opening, jira: JiraPort): boolean {
  const { module, place, user } = opening;
  return isFor(opening) && MODULE_KINDS[module.type].view.mayOpen(jira, user, place);
}

/** Whether the manifest gives the module to users of this kind. */
export function isFor({ module, user }: Pick<Opening, 'module' | 'user'>): boolean {
  return user.accountType === 'licensed' || (module.unlicensedAccess ?? []).includes(user.accountType);
}

/**
 * What `getContext()` of the bridge answers.
 * @see https://developer.atlassian.com/platform/forge/apis-reference/ui-api-bridge/view/#getcontext
 */
export function bridgeContext(
  opening: Opening,
  installation: Installation,
  manifest: AppManifest,
  siteUrl: string,
): object {
  const { colorMode, locale, user } = opening;
  return {
    ...resolverContext(opening, installation, siteUrl),
    accountId: user.accountId,
    extension: { ...extensionOf(opening), ...MODULE_KINDS[opening.module.type].view.frameContext?.(opening) },
    locale,
    theme: { colorMode },
    timezone: 'UTC',
    permissions: { scopes: manifest.scopes, external: manifest.external },
  };
}

/** A resolver's context but for the account's id, which `@forge/resolver` finds elsewhere. */
export function resolverContext(opening: Opening, installation: Installation, siteUrl: string): object {
  const { cloudId, environmentId } = installation;
  const { module, user } = opening;
  return {
    accountType: user.accountType,
    cloudId,
    environmentId,
    environmentType: 'DEVELOPMENT',
    extension: extensionOf(opening),
    localId: extensionAri(installation, module.key),
    moduleKey: module.key,
    siteUrl,
  };
}

/** What a module of an app is called outside of it. */
export function extensionAri({ appId, environmentId }: Installation, moduleKey: string): string {
  return `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/${moduleKey}`;
}

/** The second argument of every function. */
export function functionContext(installation: Installation, user?: SiteUser): object {
  return {
    installContext: siteAri(installation),
    installation: {
      ari: `ari:cloud:ecosystem::installation/${installation.installationId}`,
      contexts: [siteAri(installation)],
    },
    ...(user && { principal: { accountId: user.accountId } }),
  };
}
