import { Hono } from 'hono';
import { z } from 'zod';
import { scope, type Caller, type JiraEnv } from '../actor';
import { chosenProperties } from '../chosen-properties';
import { commentsAlong } from '../comment-drafts';
import { fieldError, JiraError } from '../errors';
import { changedFields } from '../field-operations';
import { ISSUE_DRAFT, notOnScreen, setFields, targetOf, type IssueDraft } from '../issue-fields';
import type { JiraSite } from '../jira-site';
import type { Issue } from '../model';
import { mayOn, possibleTransitions, visibleIssue } from '../permissions';
import { bodyOf, listParam } from '../request';
import { Views } from '../views';
import { initialStatus } from '../workflow';

const ASSIGNEE = z.object({ accountId: z.string().nullable() });

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/ */
export function issueRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();

  routes.get('/issue/:issue', scope('read:jira-work'), (c) => {
    const issue = visibleIssue(site, c.var.caller, c.req.param('issue'));
    const views = new Views(site, c.var.caller);
    const expand = listParam(c.req, 'expand').map((each) => each.split('.')[0] ?? '');
    const withFields = listParam(c.req, 'expand').includes('transitions.fields');
    return c.json({
      ...views.issue(issue, listParam(c.req, 'fields'), expand),
      ...(expand.includes('transitions') && {
        transitions: possibleTransitions(site, c.var.caller, issue).map((each) =>
          views.transition(each, withFields),
        ),
      }),
      ...chosenProperties(issue, listParam(c.req, 'properties')),
    });
  });

  routes.post('/issue', scope('write:jira-work'), async (c) => {
    const draft = await bodyOf(c.req, ISSUE_DRAFT);
    const { id, key } = createIssue(site, c.var.caller, draft);
    return c.json({ id, key, self: `${site.baseUrl}/rest/api/3/issue/${id}` }, 201);
  });

  routes.put('/issue/:issue', scope('write:jira-work'), async (c) => {
    const issue = visibleIssue(site, c.var.caller, c.req.param('issue'));
    const draft = await bodyOf(c.req, ISSUE_DRAFT);
    editIssue(site, c.var.caller, issue, draft);
    if (c.req.query('returnIssue') !== 'true') return c.body(null, 204);
    return c.json(new Views(site, c.var.caller).issue(issue, []));
  });

  routes.delete('/issue/:issue', scope('write:jira-work'), (c) => {
    const issue = visibleIssue(site, c.var.caller, c.req.param('issue'));
    if (!mayOn(c.var.caller, 'DELETE_ISSUES', issue)) {
      throw new JiraError(403, 'You do not have permission to delete issues in this project.');
    }
    site.data.issues = site.data.issues.filter((each) => each !== issue);
    site.changed();
    return c.body(null, 204);
  });

  assigneeRoute(site, routes);
  return routes;
}

/** For those who may assign an issue, also where they may not edit it. */
function assigneeRoute(site: JiraSite, routes: Hono<JiraEnv>): void {
  routes.put('/issue/:issue/assignee', scope('write:jira-work'), async (c) => {
    const issue = visibleIssue(site, c.var.caller, c.req.param('issue'));
    const assignee = await bodyOf(c.req, ASSIGNEE);
    if (!mayOn(c.var.caller, 'ASSIGN_ISSUES', issue)) {
      throw new JiraError(403, 'You do not have permission to assign issues in this project.');
    }
    setFields(site, issue, { fields: { assignee }, update: {}, properties: [] });
    site.changed();
    return c.body(null, 204);
  });
}

function createIssue(site: JiraSite, caller: Caller, draft: IssueDraft): Issue {
  const { accountId } = caller.user;
  const project = targetOf(caller, draft);
  const { project: _, issuetype: __, ...fields } = draft.fields;
  if (!changedFields({ ...draft, fields }).includes('summary')) {
    throw fieldError('summary', 'You must specify a summary of the issue.');
  }
  const now = site.clock.now();
  const issue: Issue = {
    id: '',
    key: '',
    projectId: project.id,
    summary: '',
    description: { type: 'doc', version: 1, content: [] },
    reporter: accountId,
    creator: accountId,
    status: initialStatus(project.workflow),
    created: now,
    updated: now,
    comments: [],
    properties: {},
  };
  setFields(site, issue, { ...draft, fields });
  Object.assign(issue, { id: site.nextIssueId(), key: site.nextKey(project) });
  site.data.issues.push(issue);
  site.changed();
  site.issueCreated.tell({ issueId: issue.id, by: accountId });
  return issue;
}

/** Changes the issue and adds the comments that come along, all or nothing. */
function editIssue(site: JiraSite, caller: Caller, issue: Issue, draft: IssueDraft): void {
  const [field] = Object.keys({ ...draft.fields, ...draft.update });
  if (!mayOn(caller, 'EDIT_ISSUES', issue)) throw notOnScreen(field ?? 'issue');
  const { comment, ...update } = draft.update;
  const comments = commentsAlong(caller, issue, comment);
  setFields(site, issue, { ...draft, update });
  for (const each of comments) site.addComment(issue, each);
  site.changed();
}
