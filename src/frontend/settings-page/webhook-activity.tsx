import { Button, DynamicTable, Inline, Stack, Text } from '@forge/react';
import { useState } from 'react';
import { useLanguage } from '../language/users-language';
import { hasWebhookArrived } from './setup-steps';
import { WebhookRefusals } from './webhook-refusals';
import type { SettingsView } from '../../contract/settings-page';
import type { Language } from '../language/language';

const events = [
  { name: 'started', label: 'SESSION_STARTED' },
  { name: 'succeeded', label: 'SESSION_SUCCEEDED' },
  { name: 'failed', label: 'SESSION_FAILED' },
  { name: 'pending-review', label: 'SESSION_PENDING_REVIEW' },
] as const;

type Activity = SettingsView['webhook']['activity'];

/** What came in, in one line, and on request by event, with what was refused. */
export function WebhookActivity({ webhook }: Pick<SettingsView, 'webhook'>) {
  const language = useLanguage();
  const { t } = language;
  const { activity } = webhook;
  const hasArrived = hasWebhookArrived({ webhook });
  const hasRefused = activity.refusals.length > 0;
  // What is refused while nothing arrives is what an administrator looks for.
  const [isOpen, setIsOpen] = useState(!hasArrived && hasRefused);
  if (!hasArrived && !hasRefused) return null;
  return (
    <Stack space="space.150">
      <Inline space="space.150" alignBlock="center" shouldWrap>
        <Text>{summary(language, activity)}</Text>
        <Button spacing="compact" onClick={() => setIsOpen(!isOpen)}>
          {t(isOpen ? 'settings.activity.hide' : 'settings.activity.show')}
        </Button>
      </Inline>
      {isOpen && hasArrived && <Events activity={activity} />}
      {isOpen && <WebhookRefusals activity={activity} />}
    </Stack>
  );
}

function summary(
  { t, onDate, counted, sentences }: Language,
  { events: arrived, refusals }: Activity,
): string {
  const last = Math.max(0, ...Object.values(arrived).map((event) => event?.lastAt ?? 0));
  return sentences(
    last > 0 ? t('settings.activity.lastAt', { date: onDate(last) }) : t('settings.activity.nothing'),
    refusals.length > 0 ? counted('settings.activity.refused', refusals.length) : undefined,
  );
}

/** Per event when the last one came and how many. */
function Events({ activity }: { activity: Activity }) {
  const { t, number, onDate } = useLanguage();
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
