import type { IssueContext, JiraPort, PortalRequest, SiteUser } from '../jira-port';

/** What a module is open on. */
export type Place =
  { at: 'issue'; issue: IssueContext } | { at: 'portal'; request: PortalRequest } | { at: 'settings' };

/** How the modules of a kind are opened. */
export interface View {
  /** Which kind of place they stand on. */
  at: Place['at'];
  /** What `context.extension` tells of the place. */
  context: (place: Place, moduleKey: string) => Record<string, unknown>;
  /** What only the frame's `getContext()` tells beside that. */
  frameContext?: (opening: { isNewToIssue: boolean }) => Record<string, unknown>;
  /** Whether this user finds them there. What their resolver may do is for the app to decide. */
  mayOpen: (jira: JiraPort, user: SiteUser, place: Place) => boolean;
}

/** Modules on an issue, for those who may see it. */
export const onIssue: View = {
  at: 'issue',
  context: (place) => (place.at === 'issue' ? issueContext(place.issue) : {}),
  mayOpen: (jira, { login }, place) => place.at === 'issue' && jira.maySee(login, place.issue.id),
};

/** Modules on a request in a portal, for those who may open it there. The issue's id is not told. */
export const inPortal: View = {
  at: 'portal',
  context: (place) => (place.at === 'portal' ? portalContext(place.request) : {}),
  mayOpen: (jira, { login }, place) =>
    place.at === 'portal' && jira.portals.mayOpen(login, place.request.key),
};

/** Modules in Jira's settings, for its administrators. */
export const inSettings: View = {
  at: 'settings',
  context: () => ({}),
  mayOpen: (jira, { login }) => jira.isAdministrator(login),
};

function issueContext(issue: IssueContext): Record<string, unknown> {
  const { id, key, type, typeId, projectId, projectKey, projectType } = issue;
  return {
    issue: { id, key, type, typeId },
    project: { id: projectId, key: projectKey, type: projectType },
  };
}

function portalContext({ key, portalId, typeId }: PortalRequest): Record<string, unknown> {
  return { portal: { id: portalId }, request: { key, typeId } };
}
