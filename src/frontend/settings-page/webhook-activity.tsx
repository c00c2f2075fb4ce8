import { DynamicTable, List, ListItem, SectionMessage, Stack, Text } from '@forge/react';
import { useLanguage } from '../language/users-language';
import type { SettingsView } from '../../contract/settings-page';
import type { Language } from '../language/language';

const events = [
  { name: 'started', label: 'SESSION_STARTED' },
  { name: 'succeeded', label: 'SESSION_SUCCEEDED' },
  { name: 'failed', label: 'SESSION_FAILED' },
  { name: 'pending-review', label: 'SESSION_PENDING_REVIEW' },
] as const;

/** Per event when the last one came and how many; what to check where none has. */
export function WebhookEvents({ webhook: { activity, secretCreatedAt } }: Pick<SettingsView, 'webhook'>) {
  const { t, number, onDate } = useLanguage();
  if (Object.keys(activity.events).length === 0) {
    return secretCreatedAt === undefined ? null : <NothingYet />;
  }
  const rows = [...events, ...othersIn(activity)].map(({ name, label }) => {
    const event = activity.events[name];
    return {
      key: name,
      cells: [
        { key: 'event', content: label },
        { key: 'last', content: event ? onDate(event.lastAt) : t('settings.activity.never') },
        { key: 'count', content: number(event?.count ?? 0) },
      ],
    };
  });
  return (
    <Stack space="space.050">
      <Text weight="medium">{t('settings.activity.title')}</Text>
      <DynamicTable label={t('settings.activity.title')} head={head(t)} rows={rows} />
      <Text size="small" color="color.text.subtle">
        {t('settings.activity.note')}
      </Text>
    </Stack>
  );
}

/** Events that the app accepts and does not follow, by their own names. */
function othersIn({ events: arrived }: SettingsView['webhook']['activity']) {
  const prefix = 'other:';
  const names = Object.keys(arrived).filter((name) => name.startsWith(prefix));
  return names.sort().map((name) => ({ name, label: name.slice(prefix.length) }));
}

function head(t: Language['t']) {
  return {
    cells: [
      { key: 'event', content: t('settings.activity.event') },
      { key: 'last', content: t('settings.activity.last') },
      { key: 'count', content: t('settings.activity.count') },
    ],
  };
}

function NothingYet() {
  const { t } = useLanguage();
  return (
    <SectionMessage appearance="information" title={t('settings.activity.nothing.title')}>
      <Stack space="space.100">
        <Text>{t('settings.activity.nothing.text')}</Text>
        <List type="ordered">
          <ListItem>{t('settings.activity.nothing.url')}</ListItem>
          <ListItem>{t('settings.activity.nothing.events')}</ListItem>
          <ListItem>{t('settings.activity.nothing.feature')}</ListItem>
        </List>
      </Stack>
    </SectionMessage>
  );
}
