import { Inline, SectionMessage, Stack, Text, User } from '@forge/react';
import { Phrase } from '../language/phrase';
import { useLanguage } from '../language/users-language';
import { CallerBox } from './caller-words';
import type { AttemptView } from '../../contract/issue-panel';

/** What became of the last try to send a link, where that still matters. `now`: the server's time. */
export function AttemptNotice({ attempt, now }: { attempt: AttemptView; now: number }) {
  const { t, ago, sentences } = useLanguage();
  if (attempt.state === 'not-sent') return null;
  if (attempt.state === 'sending') {
    return (
      <SectionMessage appearance="information" title={t('attempt.sending.title')}>
        <Inline space="space.075" rowSpace="space.0" alignBlock="center" shouldWrap>
          {attempt.by !== undefined && (
            <Phrase text={t('attempt.sending.by')} parts={{ user: <User accountId={attempt.by} /> }} />
          )}
          <Text>{t('attempt.sending.text')}</Text>
        </Inline>
      </SectionMessage>
    );
  }
  return (
    <Stack space="space.150">
      <SectionMessage appearance="warning" title={t('attempt.in-doubt.title')}>
        <Text>
          {sentences(
            t('attempt.in-doubt.tried', { ago: ago(attempt.startedAt, now) }),
            t('attempt.in-doubt.text'),
          )}
        </Text>
      </SectionMessage>
      <CallerBox text={t('caller.inDoubt')} />
    </Stack>
  );
}
