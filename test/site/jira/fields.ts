import { REQUEST_TYPE_FIELD, REQUEST_TYPE_SCHEMA } from './request-types';

interface Field {
  name: string;
  schema: Readonly<Record<string, unknown>>;
}

/** A field of Jira's own. */
function system(id: string, name: string, type: string, items?: string): [string, Field] {
  return [id, { name, schema: { type, ...(items && { items }), system: id } }];
}

/** The fields that issues have here, by id. */
const FIELDS: Readonly<Record<string, Field>> = Object.fromEntries([
  system('summary', 'Summary', 'string'),
  system('description', 'Description', 'string'),
  system('issuetype', 'Issue Type', 'issuetype'),
  system('project', 'Project', 'project'),
  system('status', 'Status', 'status'),
  system('statusCategory', 'Status Category', 'statusCategory'),
  system('resolution', 'Resolution', 'resolution'),
  system('reporter', 'Reporter', 'user'),
  system('creator', 'Creator', 'user'),
  system('assignee', 'Assignee', 'user'),
  system('labels', 'Labels', 'array', 'string'),
  system('created', 'Created', 'datetime'),
  system('updated', 'Updated', 'datetime'),
  system('comment', 'Comment', 'comments-page'),
  [REQUEST_TYPE_FIELD, { name: 'Request Type', schema: REQUEST_TYPE_SCHEMA }],
]);

export const FIELD_NAMES = Object.fromEntries(Object.entries(FIELDS).map(([id, { name }]) => [id, name]));
export const FIELD_SCHEMAS = Object.fromEntries(
  Object.entries(FIELDS).map(([id, { schema }]) => [id, schema]),
);

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/ */
export function fieldViews() {
  return Object.entries(FIELDS).map(([id, { name, schema }]) => ({
    id,
    key: id,
    name,
    custom: Object.hasOwn(schema, 'custom'),
    orderable: true,
    navigable: id !== 'comment',
    searchable: true,
    clauseNames: [name.toLowerCase()],
    schema,
  }));
}
