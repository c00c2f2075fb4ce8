import { appFieldsOf } from './app-fields';
import type { JiraSite } from './jira-site';
import { REQUEST_TYPE_FIELD, REQUEST_TYPE_SCHEMA } from './request-types';

interface Field {
  key?: string;
  name: string;
  schema: Readonly<Record<string, unknown>>;
  /** What it is called in JQL. */
  clauseNames: readonly string[];
}

/** A field of Jira's own. */
function system(id: string, name: string, type: string, items?: string): [string, Field] {
  const schema = { type, ...(items && { items }), system: id };
  return [id, { name, schema, clauseNames: [name.toLowerCase()] }];
}

/** The fields that issues have here without an app, by id. */
const FIELDS: Readonly<Record<string, Field>> = Object.fromEntries([
  system('summary', 'Summary', 'string'),
  system('description', 'Description', 'string'),
  system('issuetype', 'Issue Type', 'issuetype'),
  system('project', 'Project', 'project'),
  system('status', 'Status', 'status'),
  system('statusCategory', 'Status Category', 'statusCategory'),
  system('resolution', 'Resolution', 'resolution'),
  system('resolutiondate', 'Resolved', 'datetime'),
  system('reporter', 'Reporter', 'user'),
  system('creator', 'Creator', 'user'),
  system('assignee', 'Assignee', 'user'),
  system('labels', 'Labels', 'array', 'string'),
  system('created', 'Created', 'datetime'),
  system('updated', 'Updated', 'datetime'),
  system('comment', 'Comment', 'comments-page'),
  [
    REQUEST_TYPE_FIELD,
    {
      name: 'Request Type',
      schema: REQUEST_TYPE_SCHEMA,
      clauseNames: ['request type', `cf[${String(REQUEST_TYPE_SCHEMA.customId)}]`],
    },
  ],
]);

/** All fields that issues have now, by id. */
export function fieldsOf(site: JiraSite): Readonly<Record<string, Field>> {
  const ofApps = appFieldsOf(site).map(({ id, key, name, type, custom, number }): [string, Field] => [
    id,
    {
      key,
      name,
      schema: { type, custom, customId: number },
      clauseNames: [`cf[${String(number)}]`, name],
    },
  ]);
  return { ...FIELDS, ...Object.fromEntries(ofApps) };
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/ */
export function fieldViews(site: JiraSite) {
  return Object.entries(fieldsOf(site)).map(([id, { key = id, name, schema, clauseNames }]) => ({
    id,
    key,
    name,
    custom: Object.hasOwn(schema, 'custom'),
    orderable: true,
    navigable: id !== 'comment',
    searchable: true,
    clauseNames,
    schema,
  }));
}
