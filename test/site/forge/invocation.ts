import type { SiteUser } from './jira-port';
import type { ModuleType } from './modules/registry';

/** One run of one function of the app, and on whose behalf. */
export interface Invocation {
  id: string;
  functionKey: string;
  moduleKey: string;
  moduleType: ModuleType;
  /** Only resolvers have a user. */
  user?: SiteUser;
  /** What `context.extension` holds; only resolvers have one. */
  extension?: Record<string, unknown>;
  /** Milliseconds since the epoch on the site's clock. */
  deadline: number;
  /** Platform calls made so far. */
  calls: number;
  /** Lines logged so far. */
  lines: number;
}

/** The one installation of the app on the one site. */
export interface Installation {
  cloudId: string;
  installationId: string;
  environmentId: string;
  appId: string;
  appVersion: string;
}

export function siteAri(installation: Installation): string {
  return `ari:cloud:jira::site/${installation.cloudId}`;
}
