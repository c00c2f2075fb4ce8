import type { ReactNode } from 'react';
import { AppFrame } from '../app-frame';
import { useSite } from '../site-context';
import { Field } from './details-field';
import { fieldModule, fieldText, isFieldOfApp } from './field-text';
import type { FieldSchema, JiraIssue } from './jira-client';

interface AppFieldProps {
  issueKey: string;
  value: unknown;
  schema: FieldSchema;
  refresh: () => void;
}

/** The fields that the app brings along, each as the app draws it on a request, or else as text. */
export function AppFields({ issue, refresh }: { issue: JiraIssue; refresh: () => void }): ReactNode {
  return Object.entries(issue.schema)
    .filter(([, schema]) => isFieldOfApp(schema))
    .map(([id, schema]) => (
      <Field key={id} name={issue.names[id] ?? id}>
        <AppField
          issueKey={issue.key}
          value={(issue.fields as Record<string, unknown>)[id]}
          schema={schema}
          refresh={refresh}
        />
      </Field>
    ));
}

/** An empty field gets no frame. */
function AppField({ issueKey, value, schema, refresh }: AppFieldProps): ReactNode {
  const { app, locale } = useSite();
  const text = fieldText(value, schema.type, locale);
  const key = fieldModule(schema);
  const module = app.modules.find((each) => each.type === 'jira:customField' && each.key === key);
  if (text === undefined) return 'None';
  if (!module) return text;
  // A frame draws one value: a new value starts a new frame.
  return <AppFrame key={text} module={module} issueKey={issueKey} refresh={refresh} />;
}
