import type { ReactNode } from 'react';
import { localDate } from '../time';
import { fieldText } from './field-text';
import type { Queue, QueueIssue } from './queue-client';

export interface QueueViewProps {
  project: string;
  jql: string;
  /** What the JQL finds; `undefined` while that is not known. */
  queue?: Queue | undefined;
  /** Why it finds nothing. */
  failure?: string | undefined;
  /** Parameters of the address that every link keeps: user and language. */
  kept: Readonly<Record<string, string>>;
  locale: string;
}

/** Queues that Jira makes by itself for a service project. */
export const READY_QUEUES: readonly { name: string; jql: string }[] = [
  { name: 'All open', jql: 'resolution = EMPTY ORDER BY created ASC' },
  { name: 'Assigned to me', jql: 'assignee = currentUser() AND resolution = EMPTY ORDER BY created ASC' },
  { name: 'Unassigned', jql: 'assignee = EMPTY AND resolution = EMPTY ORDER BY created ASC' },
  { name: 'Recently resolved', jql: 'resolved >= -1w ORDER BY resolved DESC' },
];

/** A queue of a service project: its JQL, and what that finds, with the app's fields as columns. */
export function QueueView(props: QueueViewProps): ReactNode {
  const { project, jql, queue, failure, kept } = props;
  const ready = READY_QUEUES.find((each) => each.jql === jql);
  return (
    <main className="queue">
      <h1>{ready?.name ?? 'Queue'}</h1>
      <nav aria-label={`Queues of ${project}`}>
        {READY_QUEUES.map(({ name, jql: own }) => (
          <a key={name} href={query({ ...kept, jql: own })} aria-current={own === jql ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <form method="get" role="search">
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label htmlFor="jql">JQL</label>
        <input key={jql} id="jql" name="jql" defaultValue={jql} spellCheck={false} autoComplete="off" />
        <button type="submit">Show</button>
      </form>
      {failure !== undefined && <p role="alert">{failure}</p>}
      {queue && failure === undefined && <QueueTable {...props} queue={queue} />}
    </main>
  );
}

function QueueTable({ queue, kept, locale }: QueueViewProps & { queue: Queue }): ReactNode {
  const { columns, issues } = queue;
  if (issues.length === 0) return <p className="subtle">No requests in this queue.</p>;
  return (
    <div className="queue-table">
      <table>
        <thead>
          <tr>
            {['Key', 'Summary', 'Reporter', 'Status', 'Created', ...columns.map(({ name }) => name)].map(
              (name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {issues.map((issue) => (
            <QueueRow key={issue.key} {...{ issue, columns, kept, locale }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type QueueRowProps = Pick<QueueViewProps, 'kept' | 'locale'> & Pick<Queue, 'columns'> & { issue: QueueIssue };

function QueueRow({ issue: { key, fields }, columns, kept, locale }: QueueRowProps): ReactNode {
  return (
    <tr>
      <th scope="row">
        <a href={`/browse/${key}${query(kept)}`}>{key}</a>
      </th>
      <td>{fields.summary}</td>
      <td>{fields.reporter?.displayName ?? 'Anonymous'}</td>
      <td>{fields.status.name}</td>
      <td>{localDate(fields.created, locale)}</td>
      {columns.map(({ id, schema }) => (
        <td key={id}>{fieldText(fields[id], schema.type, locale)}</td>
      ))}
    </tr>
  );
}

function query(parameters: Readonly<Record<string, string>>): string {
  return `?${new URLSearchParams(parameters).toString()}`;
}
