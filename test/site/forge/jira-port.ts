/** A user whom a visitor of the site can act as. */
export interface SiteUser {
  login: string;
  displayName: string;
  accountId: string;
  accountType: AccountType;
}

/**
 * What Forge tells of an account. Customers are of the portal alone; who is `unlicensed` has an Atlassian account.
 * @see https://developer.atlassian.com/platform/forge/runtime-reference/forge-resolver/
 */
export type AccountType = 'licensed' | 'unlicensed' | 'customer';

/** What a Forge module on an issue is told of the issue. */
export interface IssueContext {
  id: string;
  key: string;
  type: string;
  typeId: string;
  projectId: string;
  projectKey: string;
  projectType: 'service_desk' | 'software';
  /** The app's fields on it, by what the product calls them and their kind. */
  fields: readonly { id: string; moduleKey: string; custom: string; value: unknown }[];
}

/** What a Forge module in a portal is told of the request. */
export interface PortalRequest {
  portalId: number;
  key: string;
  typeId: number;
}

/** A field that an app brings along. */
export interface AppField {
  appId: string;
  /** The key of its module in the app's manifest. */
  moduleKey: string;
  key: string;
  name: string;
  type: 'string' | 'number' | 'user' | 'date' | 'datetime';
  /** What `schema.custom` says of it. */
  custom: string;
}

/** What a validator is asked about a transition. */
export interface TransitionRequest {
  issue: { key: string };
  transition: { from: { id: string }; to: { id: string }; modifiedFields: Record<string, unknown> };
}

/** In whose name Forge calls Jira; `user` is a login name. */
export type JiraActor =
  | { kind: 'user'; user: string; scopes: string[] }
  | { kind: 'app'; appId: string; name: string; scopes: string[] };

/** All that Forge knows of the product that an app is installed in. */
export interface JiraPort {
  rest: { fetch(request: Request, env: { actor: JiraActor }): Response | Promise<Response> };
  users(): SiteUser[];
  issue(idOrKey: string): IssueContext | undefined;
  /** Whether the user with this login administers Jira. */
  isAdministrator(login: string): boolean;
  /** Whether the user with this login may see the issue. */
  maySee(login: string, idOrKey: string): boolean;
  portals: {
    /** `undefined` for an issue that is not in a portal. */
    request(idOrKey: string): PortalRequest | undefined;
    /** Whether the user with this login may open the request in its portal. */
    mayOpen(login: string, idOrKey: string): boolean;
  };
}

/**
 * Whether an app can call Jira in the user's name: for customers of a portal it can, for Atlassian accounts without a
 * licence it cannot.
 * @see https://developer.atlassian.com/platform/forge/changelog/#CHANGE-3278
 */
export function mayUseJira({ accountType }: SiteUser): boolean {
  return accountType !== 'unlicensed';
}
