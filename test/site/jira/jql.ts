import { JiraError } from './errors';
import type { JiraSite } from './jira-site';
import type { Issue } from './model';
import { projectById } from './projects';
import { statusById } from './workflow';

interface Query {
  matches: (issue: Issue) => boolean;
  compare: (a: Issue, b: Issue) => number;
}

const CLAUSE = /^(\w+)\s*(=|!=|in|not in)\s*(\(.*\)|"[^"]*"|'[^']*'|[^\s()"']+)$/i;

/** The values by which an issue is found, per field. */
const FIELDS: Readonly<Record<string, (issue: Issue, site: JiraSite) => readonly string[]>> = {
  project: ({ projectId }) => [projectId, projectById(projectId).key, projectById(projectId).name],
  key: keysOf,
  issuekey: keysOf,
  id: keysOf,
  status: ({ status }) => [status, statusById(status).name],
  reporter: ({ reporter }, site) => [reporter, site.user(reporter)?.displayName ?? ''],
};

/** What can be ordered by. */
const ORDERS: Readonly<Record<string, (issue: Issue) => number | string>> = {
  created: ({ created }) => created,
  updated: ({ updated }) => updated,
  key: ({ projectId, key }) => Number(projectId) * 1e6 + Number(key.split('-')[1]),
  status: ({ status }) => statusById(status).name,
  summary: ({ summary }) => summary,
};

/**
 * Reads a small part of JQL: `project`, `key`, `status` and `reporter` with `=`, `!=`, `in` and `not in`, joined
 * by AND; ordered by `created`, `updated`, `key`, `status` and `summary`. Throws a 400 on anything else.
 */
export function parseJql(site: JiraSite, jql: string): Query {
  const [condition = '', order] = jql.trim().split(/\border\s+by\b/i);
  if (condition.trim() === '') {
    throw new JiraError(400, 'Unbounded JQL queries are not allowed here. Please add a search restriction.');
  }
  const clauses = condition
    .trim()
    .split(/\s+and\s+/i)
    .map((text) => parseClause(site, text.trim()));
  return {
    matches: (issue) => clauses.every((holds) => holds(issue)),
    compare: parseOrder(order ?? 'created desc'),
  };
}

function parseClause(site: JiraSite, text: string): (issue: Issue) => boolean {
  const [, name = '', operator = '', operand = ''] = CLAUSE.exec(text) ?? [];
  const values = FIELDS[name.toLowerCase()];
  if (!values)
    throw new JiraError(400, `The local Jira does not understand this part of the JQL query: ${text}`);
  const wanted = operand
    .replace(/^\(|\)$/g, '')
    .split(',')
    .map((value) =>
      value
        .trim()
        .replace(/^["']|["']$/g, '')
        .toLowerCase(),
    );
  const isNegated = /^(!=|not)/i.test(operator);
  return (issue) => values(issue, site).some((value) => wanted.includes(value.toLowerCase())) !== isNegated;
}

function keysOf({ key, id, formerKeys = [] }: Issue): readonly string[] {
  return [key, id, ...formerKeys];
}

function parseOrder(text: string): Query['compare'] {
  const orders = text.split(',').map(parseField);
  return (a, b) => orders.map((compare) => compare(a, b)).find((order) => order !== 0) ?? 0;
}

function parseField(text: string): Query['compare'] {
  const [field = '', direction = 'asc'] = text.trim().toLowerCase().split(/\s+/);
  const value = ORDERS[field];
  if (!value) throw new JiraError(400, `The local Jira can not order by: ${text}`);
  const sign = direction === 'desc' ? -1 : 1;
  return (a, b) => sign * (value(a) < value(b) ? -1 : Number(value(a) > value(b)));
}
