import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { JiraEnv } from '../actor';
import { appFieldsOf, writeFields, type FieldWrite, type SiteField } from '../app-fields';
import { JiraError } from '../errors';
import type { JiraSite } from '../jira-site';
import { bodyOf } from '../request';

const update = z.object({ issueIds: z.array(z.int()), value: z.unknown() });
const ONE_FIELD = z.object({ updates: z.array(update).default([]) });
const MANY_FIELDS = z.object({
  updates: z.array(update.extend({ customField: z.string() })).default([]),
});
const FLAG = z.stringbool({ truthy: ['true'], falsy: ['false'] }).default(true);
const FLAGS = z.object({ generateChangelog: FLAG, generateAppEvents: FLAG });

type Update = z.output<typeof MANY_FIELDS>['updates'][number];

/**
 * How apps write the fields that they bring along. No scope is asked for: that of the description is optional so far.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-custom-field-values--apps-/
 */
export function appFieldRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.post('/app/field/value', async (c) => {
    return write(site, c, (await bodyOf(c.req, MANY_FIELDS)).updates);
  });
  routes.put('/app/field/:field/value', async (c) => {
    const { updates } = await bodyOf(c.req, ONE_FIELD);
    const customField = c.req.param('field');
    ownField(site, c, customField);
    return write(
      site,
      c,
      updates.map((each) => ({ ...each, customField })),
    );
  });
  return routes;
}

function write(site: JiraSite, c: Context<JiraEnv>, updates: readonly Update[]): Response {
  const flags = FLAGS.safeParse(c.req.query());
  if (!flags.success) throw new JiraError(400, 'A flag of the request is neither true nor false.');
  const writes = updates.map((each) => writeOf(site, c, each));
  const targets = writes.flatMap(({ field, issues }) => issues.map(({ id }) => `${field.id} ${id}`));
  if (new Set(targets).size < targets.length) {
    throw new JiraError(400, 'A field of an issue can be updated only once in a request.');
  }
  writeFields(site, writes, { by: c.var.caller.user.accountId, ...flags.data });
  return c.body(null, 204);
}

function writeOf(site: JiraSite, c: Context<JiraEnv>, { customField, issueIds, value }: Update): FieldWrite {
  const field = ownField(site, c, customField);
  if (value === undefined) throw new JiraError(400, 'An update has no value.');
  const issues = issueIds.map((id) => {
    const issue = site.data.issues.find((each) => each.id === String(id));
    // That it is a 400 is not documented: the only 404 is that of fields.
    if (!issue) throw new JiraError(400, `Issue ${String(id)} does not exist.`);
    return issue;
  });
  return { field, issues, value };
}

/** The field with this id or key; 404 where there is none, 403 for anyone but the app that it belongs to. */
function ownField(site: JiraSite, c: Context<JiraEnv>, idOrKey: string): SiteField {
  const field = appFieldsOf(site).find(({ id, key }) => id === idOrKey || key === idOrKey);
  if (!field) throw new JiraError(404, `The custom field ${idOrKey} was not found.`);
  if (field.appId === c.var.caller.appId) return field;
  throw new JiraError(403, 'Only the app that provides a custom field can update its values.');
}
