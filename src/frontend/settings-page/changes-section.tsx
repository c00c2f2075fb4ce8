import { DynamicTable, Text, User } from '@forge/react';
import { Section } from './section';
import { settingLabel } from './setting-words';
import type { ProjectNames } from './setting-words';
import type { SettingsView } from '../../contract/settings-page';

type Change = SettingsView['changes'][number];

const sentences: Record<Change['what'], string> = {
  'settings-saved': 'Saved the configuration',
  'webhook-secret-created': 'Created a webhook secret',
  'webhook-secrets-revoked': 'Revoked replaced webhook secrets',
  'limit-lifted': 'Lifted a limit',
  'identity-reset': 'Reset an employee’s known identity',
  'employee-erased': 'Erased an employee’s data',
  'test-link-sent': 'Sent themselves a test link',
  'comments-resumed': 'Resumed comments in a project',
};

const head = {
  cells: [
    { key: 'at', content: 'When' },
    { key: 'by', content: 'Who' },
    { key: 'what', content: 'What' },
  ],
};

interface ChangesProps {
  changes: Change[];
  projectNames: ProjectNames;
}

/** *Changes*: who did what, when. */
export function ChangesSection({ changes, projectNames }: ChangesProps) {
  return (
    <Section title="Changes">
      <DynamicTable
        head={head}
        rows={changes.map((change, index) => ({
          key: String(index),
          cells: cells(change, projectNames),
        }))}
        rowsPerPage={10}
        emptyView={<Text>Nothing has been changed yet.</Text>}
      />
    </Section>
  );
}

function cells(change: Change, projectNames: ProjectNames) {
  return [
    { key: 'at', content: new Date(change.at).toLocaleString() },
    { key: 'by', content: <User accountId={change.by} /> },
    { key: 'what', content: <Text>{describe(change, projectNames)}</Text> },
  ];
}

function describe({ what, names = [], reason }: Change, projectNames: ProjectNames): string {
  const words = names.map((name) => settingLabel(name, projectNames) ?? name);
  const about = words.length > 0 ? `: ${words.join(', ')}` : '';
  return `${sentences[what]}${about}${reason ? ` (${reason})` : ''}`;
}
