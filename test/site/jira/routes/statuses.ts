import { Hono } from 'hono';
import { scope, type JiraEnv } from '../actor';
import { JiraError } from '../errors';
import type { JiraSite } from '../jira-site';
import { mayAnywhere, visibleProjects } from '../permissions';
import { pageBeanOf, pageParams } from '../request';
import { Views } from '../views';
import { allStatuses, statusById } from '../workflow';
import { workflowOf } from '../workflows';

const SEARCH_CATEGORIES = { new: 'TODO', indeterminate: 'IN_PROGRESS', done: 'DONE' } as const;

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflow-statuses/ */
export function statusRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();

  routes.get('/status', scope('read:jira-work'), (c) => {
    const seen = new Set(
      visibleProjects(c.var.caller).flatMap((project) => workflowOf(site, project).statuses),
    );
    return c.json([...seen].map((id) => new Views(site, c.var.caller).status(statusById(id))));
  });

  routes.get('/statuscategory', scope('read:jira-work'), (c) =>
    c.json(new Views(site, c.var.caller).statusCategories()),
  );

  routes.get('/statuses/search', scope('manage:jira-configuration'), (c) => {
    if (!mayAnywhere(c.var.caller, 'ADMINISTER_PROJECTS')) {
      throw new JiraError(401, 'You do not have permission to see the statuses.');
    }
    const { searchString = '', statusCategory = '' } = c.req.query();
    const found = allStatuses().filter(
      ({ category, name }) =>
        name.toLowerCase().includes(searchString.toLowerCase()) &&
        ['', SEARCH_CATEGORIES[category]].includes(statusCategory),
    );
    const page = pageBeanOf(found, pageParams(c.req, 200, 200));
    const values = page.values.map((status) => ({
      ...status,
      category: undefined,
      statusCategory: SEARCH_CATEGORIES[status.category],
      scope: { type: 'GLOBAL' },
    }));
    return c.json({ ...page, values });
  });

  return routes;
}
