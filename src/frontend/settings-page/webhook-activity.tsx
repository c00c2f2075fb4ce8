import { DynamicTable, List, ListItem, SectionMessage, Stack, Text } from '@forge/react';
import type { SettingsView } from '../../contract/settings-page';

const events = [
  { name: 'started', label: 'SESSION_STARTED' },
  { name: 'succeeded', label: 'SESSION_SUCCEEDED' },
  { name: 'failed', label: 'SESSION_FAILED' },
  { name: 'pending-review', label: 'SESSION_PENDING_REVIEW' },
] as const;

const head = {
  cells: [
    { key: 'event', content: 'Event' },
    { key: 'last', content: 'Last received' },
    { key: 'count', content: 'Received' },
  ],
};

/** Per event when the last one came and how many; what to check where none has. */
export function WebhookEvents({ webhook: { activity, secretCreatedAt } }: Pick<SettingsView, 'webhook'>) {
  if (Object.keys(activity.events).length === 0) {
    return secretCreatedAt === undefined ? null : <NothingYet />;
  }
  const rows = events.map(({ name, label }) => {
    const event = activity.events[name];
    return {
      key: name,
      cells: [
        { key: 'event', content: label },
        { key: 'last', content: event ? new Date(event.lastAt).toLocaleString() : 'Never' },
        { key: 'count', content: String(event?.count ?? 0) },
      ],
    };
  });
  return (
    <Stack space="space.050">
      <DynamicTable caption="What has arrived" head={head} rows={rows} />
      <Text size="small" color="color.text.subtle">
        Counts include sessions that other integrations of your organisation started. In a rush some may be
        missed.
      </Text>
    </Stack>
  );
}

function NothingYet() {
  return (
    <SectionMessage appearance="information" title="Nothing has arrived yet">
      <Stack space="space.100">
        <Text>If a link was opened already, check in Incode’s dashboard, in this order:</Text>
        <List type="ordered">
          <ListItem>Configuration → Webhooks has the URL above.</ListItem>
          <ListItem>All four session events are enabled for it, with the header’s name and value.</ListItem>
          <ListItem>Your Incode account has the Integration Ecosystem feature.</ListItem>
        </List>
      </Stack>
    </SectionMessage>
  );
}
