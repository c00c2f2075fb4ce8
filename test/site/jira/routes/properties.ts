import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { scope, type JiraEnv } from '../actor';
import { JiraError } from '../errors';
import type { JiraSite } from '../jira-site';
import { mayAnywhere, mayChangeComment, mayOn, visibleComment, visibleIssue } from '../permissions';
import { bodyOf, checkProperty, propertyValue } from '../request';

/**
 * Properties for many issues. Which issues Jira passes over is unconfirmed; here they are set on all, or on none.
 * Hooks of `@forge/react` send ids as texts.
 */
const MANY = z.object({
  entitiesIds: z
    .array(z.union([z.int().transform(String), z.string()]))
    .min(1)
    .max(10_000),
  properties: z
    .record(z.string(), z.unknown())
    .refine((all) => Object.keys(all).length <= 10, { error: 'has more than 10 properties' }),
});

interface Owner {
  properties: Record<string, unknown>;
  mayChange: boolean;
  /** How the description has it refused to delete a property of this one; 403 unless it says otherwise. */
  deleteRefusal?: 404;
}

/**
 * The properties of issues, comments and users.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-properties/
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comment-properties/
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-user-properties/
 */
export function propertyRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();

  routes.route(
    '/issue/:id/properties',
    propertiesOf(site, (c, id) => {
      const issue = visibleIssue(site, c.var.caller, id);
      return {
        properties: issue.properties,
        mayChange: mayOn(c.var.caller, 'EDIT_ISSUES', issue),
        deleteRefusal: 404,
      };
    }),
  );

  routes.post('/issue/properties', scope('write:jira-work'), async (c) => {
    const { entitiesIds, properties } = await bodyOf(c.req, MANY);
    for (const [key, value] of Object.entries(properties)) checkProperty(key, value);
    const issues = entitiesIds.map((id) => visibleIssue(site, c.var.caller, id));
    if (!issues.every((issue) => mayOn(c.var.caller, 'EDIT_ISSUES', issue))) throw mayNotChange(403);
    for (const issue of issues) Object.assign(issue.properties, properties);
    site.changed();
    // The cloud redirects to a task, which clients follow; here it is done when the answer comes.
    return c.body(null, 204);
  });

  routes.route(
    '/comment/:id/properties',
    propertiesOf(site, (c, id) => {
      const found = visibleComment(site, c.var.caller, id);
      return {
        properties: found.comment.properties,
        mayChange: mayChangeComment(c.var.caller, 'EDIT', found),
      };
    }),
  );

  routes.route(
    '/user/properties',
    propertiesOf(site, (c) => userOwner(site, c), 'read:jira-user'),
  );

  return routes;
}

/** Everybody may read and set their own; an administrator those of others. */
function userOwner(site: JiraSite, c: Context<JiraEnv>): Owner {
  const accountId = c.req.query('accountId');
  if (!accountId) throw new JiraError(400, "The 'accountId' query parameter is required.");
  const isOwn = accountId === c.var.caller.user.accountId;
  if (!isOwn && !mayAnywhere(c.var.caller, 'ADMINISTER')) {
    throw new JiraError(403, 'You do not have permission to see the properties of other users.');
  }
  if (!site.user(accountId)) throw new JiraError(404, 'The user does not exist.');
  return { properties: (site.data.userProperties[accountId] ??= {}), mayChange: true };
}

function propertiesOf(
  site: JiraSite,
  find: (c: Context<JiraEnv>, id: string) => Owner,
  readScope = 'read:jira-work',
): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  const ownerOf = (c: Context<JiraEnv>) => find(c, c.req.param('id') ?? '');

  routes.get('/', scope(readScope), (c) => {
    const self = `${site.baseUrl}${c.req.path}`;
    const keys = Object.keys(ownerOf(c).properties);
    return c.json({ keys: keys.map((key) => ({ self: `${self}/${encodeURIComponent(key)}`, key })) });
  });

  routes.get('/:key', scope(readScope), (c) => {
    const { properties } = ownerOf(c);
    const key = existingKey(properties, c.req.param('key'));
    return c.json({ key, value: properties[key] });
  });

  routes.put('/:key', scope('write:jira-work'), async (c) => {
    const key = c.req.param('key');
    const { properties } = changeable(ownerOf(c));
    const value = await propertyValue(c.req, key);
    const status = Object.hasOwn(properties, key) ? 200 : 201;
    properties[key] = value;
    site.changed();
    return c.json({}, status);
  });

  routes.delete('/:key', scope('write:jira-work'), (c) => {
    const owner = ownerOf(c);
    const { properties } = changeable(owner, owner.deleteRefusal);
    Reflect.deleteProperty(properties, existingKey(properties, c.req.param('key')));
    site.changed();
    return c.body(null, 204);
  });

  return routes;
}

function changeable(owner: Owner, status: 403 | 404 = 403): Owner {
  if (owner.mayChange) return owner;
  throw mayNotChange(status);
}

function mayNotChange(status: 403 | 404): JiraError {
  return new JiraError(status, 'You do not have permission to change this property.');
}

function existingKey(properties: Record<string, unknown>, key: string): string {
  if (Object.hasOwn(properties, key)) return key;
  throw new JiraError(404, `The property with key '${key}' does not exist.`);
}
