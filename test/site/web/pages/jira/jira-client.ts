import { basicAuth } from '../../basic-auth';
import { requestJson } from '../../http';

export interface JiraUser {
  displayName: string;
  accountType: string;
}

export interface JiraStatus {
  name: string;
  statusCategory: { key: string };
}

export interface JiraIssue {
  key: string;
  fields: {
    summary: string;
    description: unknown;
    status: JiraStatus;
    reporter: JiraUser | null;
    assignee: JiraUser | null;
    issuetype: { name: string };
    /** The request's type. */
    customfield_10010?: { requestType: { name: string } } | null;
    project: { key: string; name: string; projectTypeKey: string };
    created: string;
    updated: string;
    /** Fields of apps. */
    [customField: `customfield_${number}`]: unknown;
  };
  /** By the field's id. */
  names: Readonly<Record<string, string>>;
  schema: Readonly<Record<string, FieldSchema>>;
}

export interface FieldSchema {
  type: string;
  custom?: string;
}

export interface JiraComment {
  id: string;
  author: JiraUser;
  body: unknown;
  created: string;
  /** False for an internal note of a service project. */
  jsdPublic: boolean;
}

export interface JiraTransition {
  id: string;
  name: string;
  to: JiraStatus;
  hasScreen: boolean;
  /** What the screen asks for. */
  fields?: { resolution?: { allowedValues: readonly { id: string; name: string }[] } };
}

export interface IssueView {
  issue: JiraIssue;
  comments: readonly JiraComment[];
  transitions: readonly JiraTransition[];
}

/** What the issue page shows, as far as `login` may see it. @throws HttpError 404 if that is nothing */
export async function loadIssueView(login: string, key: string): Promise<IssueView> {
  const path = `/rest/api/3/issue/${encodeURIComponent(key)}`;
  const issue = await getAs<JiraIssue>(login, `${path}?expand=names,schema`);
  const [comments, transitions] = await Promise.all([
    getAs<{ comments: JiraComment[] }>(login, `${path}/comment?maxResults=1000`),
    getAs<{ transitions: JiraTransition[] }>(login, `${path}/transitions?expand=transitions.fields`),
  ]);
  return { issue, comments: comments.comments, transitions: transitions.transitions };
}

/** @throws HttpError with Jira's words when the transition is refused */
export async function transitionIssue(
  login: string,
  key: string,
  transitionId: string,
  fields: object = {},
): Promise<void> {
  const path = `/rest/api/3/issue/${encodeURIComponent(key)}/transitions`;
  await sendAs(login, path, { transition: { id: transitionId }, fields });
}

export function isJiraAdmin(login: string): Promise<boolean> {
  return holds(login, 'ADMINISTER');
}

/** Whether `login` is an agent of the service project. */
export function isAgentOf(login: string, projectKey: string): Promise<boolean> {
  return holds(login, 'SERVICEDESK_AGENT', { projectKey });
}

async function holds(
  login: string,
  permission: string,
  where: Record<string, string> = {},
): Promise<boolean> {
  const query = new URLSearchParams({ permissions: permission, ...where }).toString();
  const { permissions } = await getAs<{ permissions: Record<string, { havePermission: boolean }> }>(
    login,
    `/rest/api/3/mypermissions?${query}`,
  );
  return permissions[permission]?.havePermission ?? false;
}

/** What Jira's REST API answers to `login`. @throws HttpError */
export function getAs<T>(login: string, path: string): Promise<T> {
  return requestJson(path, { headers: { Authorization: basicAuth(login) } });
}

/** The same, for what takes a body. @throws HttpError */
export function sendAs<T>(login: string, path: string, body: object): Promise<T> {
  return requestJson(path, {
    method: 'POST',
    headers: { Authorization: basicAuth(login), 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}
