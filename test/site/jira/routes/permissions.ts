import { Hono, type HonoRequest } from 'hono';
import { z } from 'zod';
import { scope, type Caller, type JiraEnv } from '../actor';
import { JiraError } from '../errors';
import type { JiraSite } from '../jira-site';
import type { Project } from '../model';
import {
  isPermission,
  may,
  mayAnywhere,
  mayOn,
  PERMISSIONS,
  visibleIssue,
  visibleProject,
} from '../permissions';
import { projectById, PROJECTS } from '../projects';
import { bodyOf, listParam } from '../request';

const MOST_IDS = 1000;
const IDS = z.array(z.int()).max(MOST_IDS).default([]);
const CHECK = z.object({
  accountId: z.string().optional(),
  globalPermissions: z.array(keyOf('GLOBAL')).default([]),
  projectPermissions: z
    .array(z.object({ issues: IDS, projects: IDS, permissions: z.array(keyOf('PROJECT')).min(1) }))
    .default([]),
});

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

  // It asks for no scope.
  routes.post('/permissions/check', async (c) => {
    const { accountId, globalPermissions, projectPermissions } = await bodyOf(c.req, CHECK);
    const whose = askedAbout(site, c.var.caller, accountId);
    return c.json({
      globalPermissions: globalPermissions.filter((key) => mayAnywhere(whose, key)),
      projectPermissions: projectPermissions.flatMap(({ issues, permissions, projects }) =>
        permissions.map((permission) => ({
          permission,
          issues: issues.filter((id) => mayOnIssue(site, whose, permission, id)),
          projects: projects.filter((id) => mayInProject(whose, permission, id)),
        })),
      ),
    });
  });

  return routes;
}

function keyOf(type: 'GLOBAL' | 'PROJECT') {
  const isKnown = (key: string) => isPermission(key) && PERMISSIONS[key]?.type === type;
  return z.string().refine(isKnown, { error: ({ input }) => `Unrecognized permission: ${String(input)}` });
}

/** Only an administrator may ask about somebody else. */
function askedAbout(site: JiraSite, caller: Caller, accountId = caller.user.accountId): Caller {
  if (accountId === caller.user.accountId) return caller;
  if (!mayAnywhere(caller, 'ADMINISTER')) {
    throw new JiraError(403, 'You do not have permission to see the permissions of other users.');
  }
  const user = site.user(accountId);
  if (!user) throw new JiraError(400, 'The user does not exist.');
  return { user };
}

function mayOnIssue(site: JiraSite, caller: Caller, key: string, id: number): boolean {
  const issue = site.issue(String(id));
  return issue !== undefined && mayOn(caller, key, issue);
}

function mayInProject(caller: Caller, key: string, id: number): boolean {
  const project = PROJECTS.find((each) => each.id === String(id));
  return project !== undefined && may(caller, key, project);
}

function knownKeys(keys: readonly string[]): readonly string[] {
  if (keys.length === 0) throw new JiraError(400, "The 'permissions' query parameter is required.");
  const unknown = keys.filter((key) => !isPermission(key));
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
