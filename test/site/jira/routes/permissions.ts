import { Hono, type HonoRequest } from 'hono';
import { z } from 'zod';
import { scope, type Caller, type JiraEnv } from '../actor';
import { JiraError } from '../errors';
import type { JiraSite } from '../jira-site';
import type { Project } from '../model';
import { isPermission, may, mayAnywhere, mayOn, visibleIssue, visibleProject } from '../permissions';
import { PERMISSIONS } from '../permission-table';
import { projectById, PROJECTS } from '../projects';
import { bodyOf, listParam } from '../request';

const MOST_IDS = 1000;
/** Described as numbers; the `authorize` of `@forge/api` sends those of an app's context, which are texts. */
const ID = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)]);
const IDS = listOf(ID).refine((ids) => ids.length <= MOST_IDS, { error: 'has more than 1,000 ids' });
const CHECK = z.object({
  accountId: z.string().optional(),
  globalPermissions: listOf(z.string()),
  projectPermissions: listOf(
    z.object({
      issues: IDS,
      projects: IDS,
      permissions: z.array(z.string()).transform((keys) => keys.filter((key) => key !== '')),
    }),
  ),
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
    const ofProjects = projectPermissions.map(({ permissions }) => permissions);
    checkKeys(globalPermissions, 'GLOBAL');
    checkKeys(ofProjects.flat(), 'PROJECT');
    if (ofProjects.some((keys) => keys.length === 0)) throw new JiraError(400, 'No permission is asked for.');
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

/** A list without repetitions. A missing list is empty, and each `null` in it is left out. */
function listOf<T>(schema: z.ZodType<T>) {
  return z
    .array(schema.nullable())
    .nullish()
    .transform((list) => [...new Set((list ?? []).filter((each) => each !== null))]);
}

/** Throws the 400 that names the keys which there are not, or which are of another type. */
function checkKeys(keys: readonly string[], type?: 'GLOBAL' | 'PROJECT'): void {
  const isKnown = (key: string) =>
    isPermission(key) && (type === undefined || PERMISSIONS[key]?.type === type);
  const unknown = keys.filter((key) => !isKnown(key));
  if (unknown.length === 0) return;
  throw new JiraError(400, '', Object.fromEntries(unknown.map((key) => [key, 'Unrecognized permission'])));
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
  checkKeys(keys);
  return keys;
}

/** An issue goes before a project, an id before a key. */
function projectAsked(site: JiraSite, caller: Caller, request: HonoRequest): Project | undefined {
  const issue = request.query('issueId') ?? request.query('issueKey');
  if (issue) return projectById(visibleIssue(site, caller, issue).projectId);
  const project = request.query('projectId') ?? request.query('projectKey');
  return project ? visibleProject(caller, project) : undefined;
}
