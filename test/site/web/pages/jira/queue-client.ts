import { sendAs, getAs, type FieldSchema, type JiraStatus, type JiraUser } from './jira-client';
import { isFieldOfApp } from './field-text';

export interface QueueIssue {
  key: string;
  fields: Readonly<Record<string, unknown>> & {
    summary: string;
    reporter: JiraUser | null;
    status: JiraStatus;
    created: string;
    project: { key: string };
  };
}

/** A field of the app's, which has a column. */
export interface QueueColumn {
  id: string;
  name: string;
  schema: FieldSchema;
}

export interface Queue {
  columns: readonly QueueColumn[];
  issues: readonly QueueIssue[];
}

/** A queue shows the newest of a long list. */
const MOST = 100;
const OWN_FIELDS = ['summary', 'reporter', 'status', 'created', 'project'];

/**
 * What a queue of a project holds, as far as `login` may see it, in the order of its JQL.
 * @throws HttpError 400 with Jira's words for JQL that it does not understand
 */
export async function loadQueue(login: string, project: string, jql: string): Promise<Queue> {
  const all = await getAs<QueueColumn[]>(login, '/rest/api/3/field');
  const columns = all.filter(({ schema }) => isFieldOfApp(schema));
  const fields = [...OWN_FIELDS, ...columns.map(({ id }) => id)];
  const search = { jql, fields, maxResults: MOST };
  const found = await sendAs<{ issues: QueueIssue[] }>(login, '/rest/api/3/search/jql', search);
  return { columns, issues: found.issues.filter(({ fields: of }) => of.project.key === project) };
}
