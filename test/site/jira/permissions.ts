import type { Caller } from './actor';
import { JiraError } from './errors';
import type { JiraSite } from './jira-site';
import type { FoundComment, Issue, Project, ProjectRole, Transition } from './model';
import { GRANTS, PERMISSIONS } from './permission-table';
import { projectById, PROJECTS } from './projects';
import { workflowOf } from './workflows';

export function isPermission(key: string): boolean {
  return Object.hasOwn(PERMISSIONS, key);
}

export function may(caller: Caller, key: string, project: Project): boolean {
  if (PERMISSIONS[key]?.type === 'GLOBAL') return mayGlobally(caller, key);
  const role = roleIn(caller, project);
  return role !== undefined && GRANTS[role].includes(key);
}

/** Whether the caller has a permission in the issue's project. */
export function mayOn(caller: Caller, key: string, issue: Issue): boolean {
  return may(caller, key, projectById(issue.projectId));
}

/** Without a project: a global permission, or a project permission that the caller has in any project. */
export function mayAnywhere(caller: Caller, key: string): boolean {
  if (PERMISSIONS[key]?.type === 'GLOBAL') return mayGlobally(caller, key);
  return PROJECTS.some((project) => may(caller, key, project));
}

/** The issue, if it is there and the caller may see it. */
export function seenIssue(site: JiraSite, caller: Caller, idOrKey: string): Issue | undefined {
  const issue = site.issue(idOrKey);
  return issue && mayOn(caller, 'BROWSE_PROJECTS', issue) ? issue : undefined;
}

/** Throws the 404 with which Jira hides an issue from those who may not browse its project. */
export function visibleIssue(site: JiraSite, caller: Caller, idOrKey: string): Issue {
  const issue = seenIssue(site, caller, idOrKey);
  if (issue) return issue;
  throw new JiraError(404, 'Issue does not exist or you do not have permission to see it.');
}

/** Throws the same kind of 404 for a project, named by id or key. */
export function visibleProject(caller: Caller, idOrKey: string): Project {
  const project = PROJECTS.find((each) => each.id === idOrKey || each.key === idOrKey);
  if (project && may(caller, 'BROWSE_PROJECTS', project)) return project;
  throw new JiraError(404, `No project could be found with key '${idOrKey}'.`);
}

export function visibleProjects(caller: Caller): Project[] {
  return PROJECTS.filter((project) => may(caller, 'BROWSE_PROJECTS', project));
}

/** The comment with its issue, if it is there and the caller may see that. */
export function seenComment(site: JiraSite, caller: Caller, id: string): FoundComment | undefined {
  const found = site.comment(id);
  return found && mayOn(caller, 'BROWSE_PROJECTS', found.issue) ? found : undefined;
}

/** Throws a 404 unless the caller may see the comment's issue. */
export function visibleComment(site: JiraSite, caller: Caller, id: string): FoundComment {
  const found = seenComment(site, caller, id);
  if (found) return found;
  throw new JiraError(404, `Can not find a comment for the id: ${id}.`);
}

/** Whether the caller may `EDIT` or `DELETE` this comment: any, or one of their own. */
export function mayChangeComment(
  caller: Caller,
  action: 'EDIT' | 'DELETE',
  { issue, comment }: FoundComment,
): boolean {
  const isOwn = comment.author === caller.user.accountId;
  return (
    mayOn(caller, `${action}_ALL_COMMENTS`, issue) ||
    (isOwn && mayOn(caller, `${action}_OWN_COMMENTS`, issue))
  );
}

/** The transitions that the caller can make from the issue's status; none without the permission for transitions. */
export function possibleTransitions(site: JiraSite, caller: Caller, issue: Issue): readonly Transition[] {
  if (!mayOn(caller, 'TRANSITION_ISSUES', issue)) return [];
  const { transitions } = workflowOf(site, projectById(issue.projectId));
  return transitions.filter(({ from }) => from.includes(issue.status));
}

function mayGlobally(caller: Caller, key: string): boolean {
  if (key === 'ADMINISTER' || key === 'SYSTEM_ADMIN') return caller.user.login === 'admin';
  return caller.user.accountType !== 'customer';
}

function roleIn(caller: Caller, project: Project): ProjectRole | undefined {
  if (caller.user.accountType === 'app') return 'app';
  return project.roles[caller.user.login ?? ''];
}
