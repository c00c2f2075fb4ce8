import { Hono, type HonoRequest } from 'hono';
import { scope, type Caller, type JiraEnv } from '../actor';
import { JiraError } from '../errors';
import type { JiraSite } from '../jira-site';
import type { Project } from '../model';
import { may, mayAnywhere, PERMISSIONS, visibleIssue, visibleProject } from '../permissions';
import { projectById } from '../projects';
import { listParam } from '../request';

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/ */
export function permissionRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();

  routes.get('/mypermissions', scope('read:jira-work'), (c) => {
    const keys = knownKeys(listParam(c.req, 'permissions'));
    const project = projectAsked(site, c.var.caller, c.req);
    const permissions = keys.map((key) => {
      const havePermission = project ? may(c.var.caller, key, project) : mayAnywhere(c.var.caller, key);
      return [key, { key, ...PERMISSIONS[key], havePermission }];
    });
    return c.json({ permissions: Object.fromEntries(permissions) as Record<string, unknown> });
  });

  return routes;
}

function knownKeys(keys: readonly string[]): readonly string[] {
  if (keys.length === 0) throw new JiraError(400, "The 'permissions' query parameter is required.");
  const unknown = keys.filter((key) => !(key in PERMISSIONS));
  if (unknown.length > 0) {
    throw new JiraError(400, '', Object.fromEntries(unknown.map((key) => [key, 'Unrecognized permission'])));
  }
  return keys;
}

/** An issue goes before a project, an id before a key. */
function projectAsked(site: JiraSite, caller: Caller, request: HonoRequest): Project | undefined {
  const issue = request.query('issueId') ?? request.query('issueKey');
  if (issue) return projectById(visibleIssue(site, caller, issue).projectId);
  const project = request.query('projectId') ?? request.query('projectKey');
  return project ? visibleProject(caller, project) : undefined;
}
