import type { SiteUser } from './jira-port';
import type { ModuleType } from './modules/registry';

/** How an instance reaches the platform; each call says for which invocation it is made. */
export interface Platform {
  call(invocation: Invocation, target: CallTarget, path: string, init?: RequestInit): Promise<Response>;
  fetch(invocation: Invocation, input: Parameters<typeof fetch>[0], init?: RequestInit): Promise<Response>;
  runtime(invocation: Invocation): unknown;
}

/** The first argument of `__forge_fetch__`. */
export interface CallTarget {
  type: string;
  provider?: string;
  remote?: string;
  accountId?: string;
}

/** One run of one function of the app, and on whose behalf. */
export interface Invocation {
  id: string;
  /** The platform as the installation has it that this run is for. */
  platform: Platform;
  functionKey: string;
  moduleKey: string;
  moduleType: ModuleType;
  /** Only resolvers and actions have a user. */
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

/** One installation of the app, on a site of its own. */
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
