import { Hono } from 'hono';
import { z } from 'zod';
import { scope, type Caller, type JiraEnv } from '../actor';
import { JiraError } from '../errors';
import type { JiraSite } from '../jira-site';
import { parseJql } from '../jql/parse';
import type { Issue } from '../model';
import { mayOn, seenIssue } from '../permissions';
import { bodyOf, listParam } from '../request';
import { Views } from '../views';

const SEARCH = z.object({
  jql: z.string().default(''),
  nextPageToken: z.string().regex(/^\d+$/).optional(),
  maxResults: z.coerce.number().int().min(0).max(5000).default(50),
  fields: z.array(z.string()).default([]),
});

const REFERENCES = z.object({
  issueIdsOrKeys: z.array(z.string()).min(1).max(100),
  fields: z.array(z.string()).default([]),
});
const MATCH = z.object({ jqls: z.array(z.string()).min(1), issueIds: z.array(z.int()) });

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/ */
export function searchRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();

  routes.get('/search/jql', scope('read:jira-work'), (c) => {
    const query = SEARCH.safeParse({ ...c.req.query(), fields: listParam(c.req, 'fields') });
    if (!query.success) throw new JiraError(400, 'The search request is invalid.');
    return c.json(search(site, c.var.caller, query.data));
  });

  routes.post('/search/jql', scope('read:jira-work'), async (c) =>
    c.json(search(site, c.var.caller, await bodyOf(c.req, SEARCH))),
  );

  routes.post('/issue/bulkfetch', scope('read:jira-work'), async (c) => {
    const { fields, issueIdsOrKeys } = await bodyOf(c.req, REFERENCES);
    const seen = (idOrKey: string) => seenIssue(site, c.var.caller, idOrKey);
    const found = new Set(issueIdsOrKeys.flatMap((idOrKey) => seen(idOrKey) ?? []));
    const missing = issueIdsOrKeys.filter((idOrKey) => !seen(idOrKey));
    const views = new Views(site, c.var.caller);
    return c.json({
      issues: [...found]
        .sort((one, other) => Number(one.id) - Number(other.id))
        .map((issue) => views.issue(issue, navigableUnlessNamed(fields))),
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
  const views = new Views(site, caller);
  return {
    issues: found.slice(start, end).map((issue) => {
      const { fields, ...rest } = views.issue(issue, request.fields);
      return request.fields.every((field) => field === 'id') ? { id: issue.id } : { ...rest, fields };
    }),
    isLast: end >= found.length,
    ...(end < found.length && { nextPageToken: String(end) }),
  };
}
