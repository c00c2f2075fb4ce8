import { Hono } from 'hono';
import { z } from 'zod';
import { scope, type Caller, type JiraEnv } from '../actor';
import { chosenProperties } from '../chosen-properties';
import { JiraError } from '../errors';
import type { JiraSite } from '../jira-site';
import { parseJql } from '../jql/parse';
import type { Issue } from '../model';
import { mayOn, seenIssue } from '../permissions';
import { bodyOf, listParam } from '../request';
import { Views } from '../views';

/** Both comma-separated and in a list, as documented; that more are refused is unconfirmed. */
const PROPERTIES = z
  .array(z.string())
  .default([])
  .transform((keys) => keys.flatMap((key) => key.split(',')))
  .refine((keys) => keys.length <= 5, { error: 'has more than 5 properties' });

const SEARCH = z.object({
  jql: z.string().default(''),
  nextPageToken: z.string().regex(/^\d+$/).optional(),
  /** The description names no smallest page. Pages of 0 would have no end; that Jira refuses them is unconfirmed. */
  maxResults: z.coerce.number().int().min(1).max(5000).default(50),
  fields: z.array(z.string()).default([]),
  properties: PROPERTIES,
  /** Of the options that are described, `names` and `schema` are known here. */
  expand: z
    .string()
    .default('')
    .transform((options) => options.split(',')),
});

const REFERENCES = z.object({
  issueIdsOrKeys: z.array(z.string()).min(1).max(100),
  fields: z.array(z.string()).default([]),
  properties: PROPERTIES,
  expand: z.array(z.string()).default([]),
});
const MATCH = z.object({ jqls: z.array(z.string()).min(1), issueIds: z.array(z.int()) });

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/ */
export function searchRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();

  routes.get('/search/jql', scope('read:jira-work'), (c) => {
    const query = SEARCH.safeParse({
      ...c.req.query(),
      fields: listParam(c.req, 'fields'),
      properties: listParam(c.req, 'properties'),
    });
    if (!query.success) throw new JiraError(400, 'The search request is invalid.');
    return c.json(search(site, c.var.caller, query.data));
  });

  routes.post('/search/jql', scope('read:jira-work'), async (c) =>
    c.json(search(site, c.var.caller, await bodyOf(c.req, SEARCH))),
  );

  routes.post('/issue/bulkfetch', scope('read:jira-work'), async (c) => {
    const { expand, fields, issueIdsOrKeys, properties } = await bodyOf(c.req, REFERENCES);
    const seen = (idOrKey: string) => seenIssue(site, c.var.caller, idOrKey);
    const found = new Set(issueIdsOrKeys.flatMap((idOrKey) => seen(idOrKey) ?? []));
    const missing = issueIdsOrKeys.filter((idOrKey) => !seen(idOrKey));
    const views = new Views(site, c.var.caller);
    return c.json({
      issues: [...found]
        .sort((one, other) => Number(one.id) - Number(other.id))
        .map((issue) => ({
          ...views.issue(issue, navigableUnlessNamed(fields), expand),
          ...chosenProperties(issue, properties),
        })),
      issueErrors: missing.map((id) => ({
        id,
        errorMessage: 'Issue does not exist or you do not have permission to see it.',
      })),
    });
  });

  routes.post('/jql/match', scope('read:jira-work'), async (c) => {
    const { issueIds, jqls } = await bodyOf(c.req, MATCH);
    const issues = issueIds.flatMap((id) => seenIssue(site, c.var.caller, String(id)) ?? []);
    return c.json({ matches: jqls.map((jql) => matchesOf(site, c.var.caller, jql, issues)) });
  });

  return routes;
}

/** Where no field is asked for by name, a bulk fetch answers with the navigable ones, but for those with a minus. */
function navigableUnlessNamed(fields: readonly string[]): readonly string[] {
  return fields.every((field) => field.startsWith('-')) ? ['*navigable', ...fields] : fields;
}

function matchesOf(site: JiraSite, caller: Caller, jql: string, issues: readonly Issue[]) {
  try {
    const { matches } = parseJql(site, caller, jql);
    return { matchedIssues: issues.filter(matches).map(({ id }) => Number(id)), errors: [] };
  } catch (error) {
    if (!(error instanceof JiraError)) throw error;
    return { matchedIssues: [], errors: [error.message] };
  }
}

/** A page's token is where it starts. */
function search(site: JiraSite, caller: Caller, request: z.infer<typeof SEARCH>) {
  const { matches, compare } = parseJql(site, caller, request.jql);
  const start = Number(request.nextPageToken ?? 0);
  const found = site.data.issues
    .filter((issue) => mayOn(caller, 'BROWSE_PROJECTS', issue) && matches(issue))
    .toSorted(compare);
  const end = start + request.maxResults;
  const page = found.slice(start, end);
  return {
    ...shown(site, caller, page, request),
    isLast: end >= found.length,
    ...(end < found.length && { nextPageToken: String(end) }),
  };
}

/** The issues of a page, by their ids alone unless a field is asked for; names and schemas stand once for all. */
function shown(site: JiraSite, caller: Caller, page: readonly Issue[], request: z.infer<typeof SEARCH>) {
  const { expand, fields: wanted, properties } = request;
  const views = new Views(site, caller);
  const idsOnly = wanted.every((field) => field === 'id');
  const whole = page.map((issue) => ({
    ...views.issue(issue, wanted, idsOnly ? [] : expand),
    ...chosenProperties(issue, properties),
  }));
  const merged = (what: 'names' | 'schema') =>
    Object.assign({}, ...whole.map((issue) => issue[what])) as Record<string, unknown>;
  return {
    issues: whole.map(({ names: _, schema: __, ...issue }) => {
      const { id, properties: chosen } = issue;
      return idsOnly ? { id, ...(chosen && { properties: chosen }) } : issue;
    }),
    ...(expand.includes('names') && { names: merged('names') }),
    ...(expand.includes('schema') && { schema: merged('schema') }),
  };
}
