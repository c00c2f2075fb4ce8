import { Hono } from 'hono';
import { scope, type Caller, type JiraEnv } from '../actor';
import type { JiraSite } from '../jira-site';
import type { Project } from '../model';
import { visibleProject, visibleProjects } from '../permissions';
import { listParam, pageBeanOf, pageParams } from '../request';
import { Views } from '../views';
import { statusById } from '../workflow';
import { workflowOf } from '../workflows';

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/ */
export function projectRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  const views = (caller: Caller) => new Views(site, caller);

  routes.get('/project/search', scope('read:jira-work'), (c) => {
    const found = inOrder(visibleProjects(c.var.caller), c.req.query('orderBy')).filter(
      (project) =>
        isListed(project.typeKey, listParam(c.req, 'typeKey')) &&
        isListed(project.key, listParam(c.req, 'keys')) &&
        isListed(project.id, listParam(c.req, 'id')) &&
        matches(project, c.req.query('query') ?? ''),
    );
    const page = pageBeanOf(found, pageParams(c.req, 50, site.switches.projectsPerPage));
    return c.json({
      self: `${site.baseUrl}/rest/api/3/project/search`,
      ...page,
      values: page.values.map((project) => views(c.var.caller).project(project)),
    });
  });

  routes.get('/project/:project', scope('read:jira-work'), (c) => {
    const project = visibleProject(c.var.caller, c.req.param('project'));
    const issueTypes = [views(c.var.caller).issueType(project)];
    return c.json({
      ...views(c.var.caller).project(project),
      description: project.description,
      issueTypes,
      isPrivate: false,
      style: 'classic',
    });
  });

  routes.get('/project/:project/statuses', scope('read:jira-work'), (c) => {
    const project = visibleProject(c.var.caller, c.req.param('project'));
    const { self, id, name, subtask } = views(c.var.caller).issueType(project);
    const statuses = workflowOf(site, project).statuses.map((each) =>
      views(c.var.caller).status(statusById(each)),
    );
    return c.json([{ self, id, name, subtask, statuses }]);
  });

  return routes;
}

function isListed(value: string, wanted: readonly string[]): boolean {
  return wanted.length === 0 || wanted.includes(value);
}

function matches(project: Project, query: string): boolean {
  return [project.key, project.name].some((text) => text.toLowerCase().includes(query.toLowerCase()));
}

function inOrder(projects: readonly Project[], orderBy = 'key'): Project[] {
  const field = orderBy.replace(/^[-+ ]/, '') === 'name' ? 'name' : 'key';
  const ordered = projects.toSorted((a, b) => a[field].localeCompare(b[field]));
  return orderBy.startsWith('-') ? ordered.reverse() : ordered;
}
