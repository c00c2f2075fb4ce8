import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { inUuidForm } from '../../random';
import { scope, type Caller, type JiraEnv } from '../actor';
import { JiraError } from '../errors';
import type { JiraSite } from '../jira-site';
import type { JiraUser } from '../model';
import { mayAnywhere } from '../permissions';
import { listParam, pageBeanOf, pageOf, pageParams } from '../request';
import { Views } from '../views';

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/ */
export function userRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  const views = (caller: Caller) => new Views(site, caller);

  routes.get('/myself', scope('read:jira-user'), (c) => {
    const { user } = c.var.caller;
    const isExpanded = listParam(c.req, 'expand').includes('groups');
    return c.json({
      ...views(c.var.caller).profile(user),
      ...(isExpanded && { groups: views(c.var.caller).groups(user) }),
    });
  });

  routes.get('/user', scope('read:jira-user'), (c) => {
    if (!mayAnywhere(c.var.caller, 'USER_PICKER')) {
      throw new JiraError(403, 'You do not have permission to browse users.');
    }
    const user = site.user(c.req.query('accountId') ?? '');
    if (!user)
      throw new JiraError(404, 'Specified user does not exist or you do not have required permissions');
    return c.json(views(c.var.caller).profile(user));
  });

  routes.get('/user/bulk', scope('read:jira-user'), (c) => {
    const wanted = listParam(c.req, 'accountId');
    if (wanted.length === 0) throw new JiraError(400, "The 'accountId' query parameter is required.");
    const found = site.users().filter((user) => wanted.includes(user.accountId));
    const page = pageBeanOf(found, pageParams(c.req, 10, 200));
    return c.json({
      ...page,
      values: page.values.map((user) => views(c.var.caller).user(user)),
    });
  });

  searchRoutes(site, routes);
  groupRoutes(site, routes);
  return routes;
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-groups/#api-rest-api-3-group-bulk-get */
function groupRoutes(site: JiraSite, routes: Hono<JiraEnv>): void {
  routes.get('/group/bulk', scope('read:jira-user'), (c) => {
    if (!mayAnywhere(c.var.caller, 'USER_PICKER')) {
      throw new JiraError(403, 'Browse users and groups permission is required to view groups.');
    }
    const names = new Set(site.users().flatMap(({ groups = [] }) => groups));
    const wanted = c.req.queries('groupName') ?? [];
    const found = [...names].sort().filter((name) => wanted.length === 0 || wanted.includes(name));
    const page = pageBeanOf(found, pageParams(c.req, 50, 1000));
    return c.json({ ...page, values: page.values.map((name) => ({ name, groupId: groupIdOf(name) })) });
  });
}

function searchRoutes(site: JiraSite, routes: Hono<JiraEnv>): void {
  const views = (caller: Caller) => new Views(site, caller);

  routes.get('/users/search', scope('read:jira-user'), (c) => {
    if (!mayAnywhere(c.var.caller, 'USER_PICKER')) {
      throw new JiraError(403, 'You do not have permission to browse users.');
    }
    const { values } = pageOf(site.users(), pageParams(c.req, 50, 1000));
    return c.json(values.map((user) => views(c.var.caller).user(user)));
  });

  routes.get('/user/search', scope('read:jira-user'), (c) => {
    const query = c.req.query('query');
    const accountId = c.req.query('accountId');
    if ((query === undefined) === (accountId === undefined)) {
      throw new JiraError(400, "Exactly one of 'query' and 'accountId' is required.");
    }
    if (!mayAnywhere(c.var.caller, 'USER_PICKER')) return c.json([]);
    const isWanted = (user: JiraUser) =>
      accountId === undefined ? startsWith(user, query ?? '') : user.accountId === accountId;
    const { values } = pageOf(site.users().filter(isWanted), pageParams(c.req, 50, 1000));
    return c.json(values.map((user) => views(c.var.caller).user(user)));
  });
}

/** In the form of Jira's own, and the same each time. */
function groupIdOf(name: string): string {
  return inUuidForm(createHash('sha256').update(name).digest('hex'));
}

/** A hidden address is not searched. */
function startsWith(user: JiraUser, query: string): boolean {
  const texts = [
    ...user.displayName.split(' '),
    user.displayName,
    user.isEmailHidden ? '' : (user.email ?? ''),
  ];
  return texts.some((text) => text.toLowerCase().startsWith(query.toLowerCase()));
}
