import { List, ListItem, Stack, Text } from '@forge/react';
import { useLanguage } from '../language/users-language';
import { refusalSentence } from './health-words';
import type { SettingsView } from '../../contract/settings-page';

/** Webhooks that were refused or could not be read, newest first. */
export function WebhookRefusals({ activity: { refusals } }: Pick<SettingsView['webhook'], 'activity'>) {
  const language = useLanguage();
  const { t, onDate } = language;
  if (refusals.length === 0) return null;
  return (
    <Stack space="space.050">
      <Text weight="medium">{t('settings.refusals.title')}</Text>
      <List type="unordered">
        {refusals.map((refusal) => (
          <ListItem key={refusal.at}>
            {t('settings.refusals.entry', {
              date: onDate(refusal.at),
              what: refusalSentence(language, refusal),
            })}
          </ListItem>
        ))}
      </List>
    </Stack>
  );
}
