import { List, ListItem, Stack, Text } from '@forge/react';
import { refusalSentence } from './health-words';
import type { SettingsView } from '../../contract/settings-page';

/** Webhooks that were refused or could not be read, newest first. */
export function WebhookRefusals({ activity: { refusals } }: Pick<SettingsView['webhook'], 'activity'>) {
  if (refusals.length === 0) return null;
  return (
    <Stack space="space.050">
      <Text weight="medium">
        Webhooks that were refused or could not be read (a sample, one a minute at most)
      </Text>
      <List type="unordered">
        {refusals.map((refusal) => (
          <ListItem key={refusal.at}>
            {`${new Date(refusal.at).toLocaleString()}: ${refusalSentence(refusal)}`}
          </ListItem>
        ))}
      </List>
    </Stack>
  );
}
