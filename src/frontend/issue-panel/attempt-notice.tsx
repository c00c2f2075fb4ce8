import { SectionMessage, Stack, Text } from '@forge/react';
import { useLanguage } from '../language/users-language';
import type { AttemptView } from '../../contract/issue-panel';

/** What became of the last try to send a link, where that still matters. `now`: the server's time. */
export function AttemptNotice({ attempt, now }: { attempt: AttemptView; now: number }) {
  const { t, ago } = useLanguage();
  if (attempt.state === 'not-sent') return null;
  if (attempt.state === 'sending') {
    return (
      <SectionMessage appearance="information" title={t('attempt.sending.title')}>
        <Text>{t('attempt.sending.text')}</Text>
      </SectionMessage>
    );
  }
  return (
    <SectionMessage appearance="warning" title={t('attempt.in-doubt.title')}>
      <Stack space="space.100">
        <Text>{t('attempt.in-doubt.text')}</Text>
        <Text color="color.text.subtle">
          {t('attempt.in-doubt.tried', { ago: ago(attempt.startedAt, now) })}
        </Text>
      </Stack>
    </SectionMessage>
  );
}
