import { Hono } from 'hono';
import { scope, type JiraEnv } from '../actor';
import { fieldViews } from '../fields';
import type { JiraSite } from '../jira-site';

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/#api-rest-api-3-field-get */
export function fieldRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.get('/field', scope('read:jira-work'), (c) => c.json(fieldViews(site)));
  return routes;
}
