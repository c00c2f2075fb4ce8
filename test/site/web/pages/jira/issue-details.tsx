import type { ReactNode } from 'react';
import { dateTime, timeAgo } from '../time';
import { PersonAvatar } from '../person-avatar';
import { useNow } from '../site-context';
import { AppFields } from './app-fields';
import { Field } from './details-field';
import type { JiraIssue, JiraUser } from './jira-client';

/** The box beside a request: its people, where and when. */
export function IssueDetails({ issue, refresh }: { issue: JiraIssue; refresh: () => void }): ReactNode {
  const now = useNow();
  const { fields } = issue;
  return (
    <>
      <section className="details" aria-labelledby="details">
        <h2 id="details">Details</h2>
        <dl>
          <Field name="Assignee">
            <Person user={fields.assignee} absent="Unassigned" />
          </Field>
          <Field name="Reporter">
            <Person user={fields.reporter} absent="Anonymous" />
          </Field>
          <Field name="Space">
            {fields.project.name} ({fields.project.key})
          </Field>
          <Field name="Work type">{fields.issuetype.name}</Field>
          {fields.customfield_10010 !== undefined && (
            <Field name="Request type">{fields.customfield_10010?.requestType.name ?? 'None'}</Field>
          )}
          <AppFields issue={issue} refresh={refresh} />
        </dl>
      </section>
      <p className="dates">
        <span title={dateTime(Date.parse(fields.created))}>
          Created {timeAgo(Date.parse(fields.created), now)}
        </span>
        <span title={dateTime(Date.parse(fields.updated))}>
          Updated {timeAgo(Date.parse(fields.updated), now)}
        </span>
      </p>
    </>
  );
}

function Person({ user, absent }: { user: JiraUser | null; absent: string }): ReactNode {
  return (
    <span className="person">
      <PersonAvatar name={user?.displayName} />
      {user?.displayName ?? absent}
    </span>
  );
}
