import type { SiteUser } from '../jira/jira';
import type { IssueContext } from '../jira/state';
import { siteAri } from './invocation';
import type { Installation } from './invocation';
import type { AppManifest, UiModule } from './manifest';
import type { RealtimeContext } from './realtime';

/** Where on the site, and by whom, a module of the app is open. */
export interface Place {
  module: UiModule;
  user: SiteUser;
  /** The user's language. */
  locale: string;
  issue?: IssueContext;
}

/** Where a frame publishes and listens. */
export function realtimeContext(place: Place): RealtimeContext {
  return { moduleKey: place.module.key, extension: extensionOf(place) };
}

/** `context.extension`, which says what the module belongs to. */
export function extensionOf({ module, issue }: Place): Record<string, unknown> {
  if (!issue) return { type: module.type };
  const { id, key, type, typeId, projectId, projectKey, projectType } = issue;
  return {
    type: module.type,
    issue: { id, key, type, typeId },
    project: { id: projectId, key: projectKey, type: projectType },
  };
}

/**
 * What `getContext()` of the bridge answers.
 * @see https://developer.atlassian.com/platform/forge/apis-reference/ui-api-bridge/view/#getcontext
 */
export function bridgeContext(
  place: Place,
  installation: Installation,
  manifest: AppManifest,
  siteUrl: string,
): object {
  return {
    ...resolverContext(place, installation, siteUrl),
    accountId: place.user.accountId,
    locale: place.locale,
    timezone: 'UTC',
    permissions: { scopes: manifest.scopes, external: manifest.external },
  };
}

/** The part of a resolver's context that does not come from the user's identity. */
export function resolverContext(place: Place, installation: Installation, siteUrl: string): object {
  const { appId, cloudId, environmentId } = installation;
  const { module } = place;
  return {
    cloudId,
    environmentId,
    environmentType: 'DEVELOPMENT',
    extension: extensionOf(place),
    localId: `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/${module.key}`,
    moduleKey: module.key,
    siteUrl,
  };
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
