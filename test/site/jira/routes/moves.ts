import { Hono } from 'hono';
import { z } from 'zod';
import { uuidOf } from '../../random';
import { scope, type Caller, type JiraEnv } from '../actor';
import { JiraError } from '../errors';
import type { JiraSite } from '../jira-site';
import type { Issue, Project, Task } from '../model';
import { may, mayOn, visibleProject } from '../permissions';
import { bodyOf } from '../request';
import { initialStatus } from '../workflow';
import { workflowOf } from '../workflows';

const MOVE = z.object({
  sendBulkNotification: z.boolean().nullish(),
  /** `<project's key or id>,<issue type's id>` → what goes there. */
  targetToSourcesMapping: z.record(
    z.string(),
    z.object({
      issueIdsOrKeys: z.array(z.string()).min(1).max(1000),
      inferStatusDefaults: z.literal(true, { error: 'is only emulated as true' }),
    }),
  ),
});

/**
 * Moving issues to another project: they get a new key and are still found by the old one.
 * The platform needs some time for it; here it is done when the answer comes.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-bulk-operations/
 */
export function moveRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();

  routes.post('/bulk/issues/move', scope('write:jira-work'), async (c) => {
    const { caller } = c.var;
    const { targetToSourcesMapping } = await bodyOf(c.req, MOVE);
    const [target, ...more] = Object.entries(targetToSourcesMapping);
    if (!target || more.length > 0) throw new JiraError(400, 'Issues can be moved to one target at a time.');
    const project = targetProject(caller, target[0]);
    const found = target[1].issueIdsOrKeys.map((idOrKey) => movable(site, caller, idOrKey));
    const issues = [...new Set(found.filter((issue) => issue !== undefined))];
    for (const issue of issues) move(site, issue, project);
    const taskId = uuidOf(site.random);
    site.data.tasks[taskId] = {
      submittedBy: caller.user.accountId,
      at: site.clock.now(),
      issues: issues.map(({ id }) => id),
      missing: found.filter((issue) => !issue).length,
    };
    site.changed();
    return c.json({ taskId }, 201);
  });

  routes.get('/bulk/queue/:task', scope('read:jira-work'), (c) => {
    const taskId = c.req.param('task');
    const task = site.data.tasks[taskId];
    if (task?.submittedBy !== c.var.caller.user.accountId) throw new JiraError(404, 'Task not found.');
    return c.json({ taskId, ...progress(task) });
  });

  return routes;
}

function targetProject(caller: Caller, target: string): Project {
  const [idOrKey = '', issueTypeId] = target.split(',');
  const project = visibleProject(caller, idOrKey);
  if (project.issueType.id !== issueTypeId) {
    throw new JiraError(400, `The issue type ${issueTypeId ?? ''} does not exist in ${project.key}.`);
  }
  if (may(caller, 'CREATE_ISSUES', project)) return project;
  throw new JiraError(403, 'You do not have permission to create issues in this project.');
}

function movable(site: JiraSite, caller: Caller, idOrKey: string): Issue | undefined {
  const issue = site.issue(idOrKey);
  return issue && mayOn(caller, 'MOVE_ISSUES', issue) ? issue : undefined;
}

/** Keeps the status where the other project has it. */
function move(site: JiraSite, issue: Issue, project: Project): void {
  if (issue.projectId === project.id) return;
  issue.formerKeys = [...(issue.formerKeys ?? []), issue.key];
  issue.key = site.nextKey(project);
  issue.projectId = project.id;
  issue.updated = site.clock.now();
  if (!workflowOf(site, project).statuses.includes(issue.status))
    issue.status = initialStatus(project.workflow);
}

function progress({ at, issues, missing, submittedBy }: Task) {
  return {
    status: 'COMPLETE',
    progressPercent: 100,
    submittedBy: { accountId: submittedBy },
    created: at,
    started: at,
    updated: at,
    totalIssueCount: issues.length + missing,
    invalidOrInaccessibleIssueCount: missing,
    processedAccessibleIssues: issues.map(Number),
  };
}
