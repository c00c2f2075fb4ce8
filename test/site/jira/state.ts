import type { IssueContext } from '../forge/jira-port';
import { appFieldsOf } from './app-fields';
import type { JiraSite } from './jira-site';
import type { Adf, Comment, Issue, JiraUser } from './model';
import { projectById } from './projects';
import { RESOLUTIONS, statusById } from './workflow';

/** One issue in `GET /site/state`; comments and issues are oldest first, times are ISO 8601. */
export interface IssueState {
  id: string;
  key: string;
  summary: string;
  reporter: string;
  status: { id: string; name: string };
  resolution: string | null;
  comments: CommentState[];
  properties: Record<string, unknown>;
  /** What the app's fields say, by the keys of their modules. */
  fields: Record<string, unknown>;
  /** The changes of these that were to stand in the changelog. */
  changelog: { at: string; by: string; field: string; from: unknown; to: unknown }[];
}

export interface CommentState {
  id: string;
  author: { accountId: string; displayName: string; accountType: JiraUser['accountType'] } | null;
  body: Adf;
  internal: boolean;
  created: string;
  properties: Record<string, unknown>;
}

export function issueContext(site: JiraSite, issue: Issue): IssueContext {
  const project = projectById(issue.projectId);
  return {
    id: issue.id,
    key: issue.key,
    type: project.issueType.name,
    typeId: project.issueType.id,
    projectId: project.id,
    projectKey: project.key,
    projectType: project.typeKey,
    fields: appFieldsOf(site).map(({ id, moduleKey, custom }) => ({
      id,
      moduleKey,
      custom,
      value: issue.appFields?.[id] ?? null,
    })),
  };
}

export function issueState(site: JiraSite, issue: Issue): IssueState {
  const { id, name } = statusById(issue.status);
  const { appFields = {}, fieldChanges = [] } = issue;
  return {
    id: issue.id,
    key: issue.key,
    summary: issue.summary,
    reporter: issue.reporter,
    status: { id, name },
    resolution: issue.resolution ? (RESOLUTIONS[issue.resolution] ?? null) : null,
    comments: issue.comments.map((comment) => commentState(site, comment)),
    properties: issue.properties,
    fields: Object.fromEntries(
      appFieldsOf(site).map((field) => [field.moduleKey, appFields[field.id] ?? null]),
    ),
    changelog: fieldChanges
      .filter(({ isInChangelog }) => isInChangelog)
      .map(({ at, by, fieldId: field, from, to }) => ({
        at: new Date(at).toISOString(),
        by,
        field,
        from,
        to,
      })),
  };
}

function commentState(site: JiraSite, comment: Comment): CommentState {
  const author = site.user(comment.author);
  return {
    id: comment.id,
    author: author
      ? { accountId: author.accountId, displayName: author.displayName, accountType: author.accountType }
      : null,
    body: comment.body,
    internal: site.isInternal(comment),
    created: new Date(comment.created).toISOString(),
    properties: comment.properties,
  };
}
