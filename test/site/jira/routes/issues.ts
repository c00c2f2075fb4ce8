import { Hono } from 'hono';
import { scope, type JiraEnv } from '../actor';
import { JiraError } from '../errors';
import type { JiraSite } from '../jira-site';
import { may, possibleTransitions, visibleIssue } from '../permissions';
import { projectById } from '../projects';
import { listParam } from '../request';
import { Views } from '../views';

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/ */
export function issueRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();

  routes.get('/issue/:issue', scope('read:jira-work'), (c) => {
    const issue = visibleIssue(site, c.var.caller, c.req.param('issue'));
    const views = new Views(site, c.var.caller);
    const expand = listParam(c.req, 'expand').map((each) => each.split('.')[0]);
    const withFields = listParam(c.req, 'expand').includes('transitions.fields');
    const properties = listParam(c.req, 'properties');
    return c.json({
      ...views.issue(issue, listParam(c.req, 'fields')),
      ...(expand.includes('transitions') && {
        transitions: possibleTransitions(c.var.caller, issue).map((each) =>
          views.transition(each, withFields),
        ),
      }),
      ...(properties.length > 0 && { properties: chosenProperties(issue.properties, properties) }),
    });
  });

  routes.delete('/issue/:issue', scope('write:jira-work'), (c) => {
    const issue = visibleIssue(site, c.var.caller, c.req.param('issue'));
    if (!may(c.var.caller, 'DELETE_ISSUES', projectById(issue.projectId))) {
      throw new JiraError(403, 'You do not have permission to delete issues in this project.');
    }
    site.data.issues = site.data.issues.filter((each) => each !== issue);
    site.changed();
    return c.body(null, 204);
  });

  return routes;
}

function chosenProperties(all: Record<string, unknown>, wanted: readonly string[]): Record<string, unknown> {
  const isWanted = (key: string) =>
    !wanted.includes(`-${key}`) && (wanted.includes('*all') || wanted.includes(key));
  return Object.fromEntries(Object.entries(all).filter(([key]) => isWanted(key)));
}
