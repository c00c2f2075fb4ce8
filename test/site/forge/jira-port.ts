/** Somebody whom one can be on the site. */
export interface SiteUser {
  login: string;
  displayName: string;
  accountId: string;
}

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
}
