import { Stack, Text, User } from '@forge/react';
import { timeLeft } from '../../contract/time-left';
import { Phrase } from '../language/phrase';
import { useLanguage } from '../language/users-language';
import { Fact } from './fact';
import type { ShownState } from '../components/state-now';
import type { VerificationView } from '../../contract/issue-panel';

interface FactsProps {
  verification: VerificationView;
  state: ShownState;
  /** The server's time. */
  now: number;
}

/** For whom, by what, who asked, and when. */
export function Facts({ verification, state, now }: FactsProps) {
  const { t, ago, onDate } = useLanguage();
  const { subject, delivery, requestedAt, requestedBy, changedAt, expiresAt } = verification;
  return (
    <Stack space="space.075">
      <Fact label={t('fact.for')}>{subject.displayName ?? subject.email}</Fact>
      {subject.displayName !== undefined && <Fact label={t('fact.email')}>{subject.email}</Fact>}
      {subject.isReporter === false && (
        <Fact label={t('fact.note')}>
          <Text color="color.text.warning">{t('fact.notReporter')}</Text>
        </Fact>
      )}
      <Fact label={t('fact.to.label')}>
        {t(`fact.to.${delivery.method}`, { destination: delivery.maskedDestination })}
      </Fact>
      {delivery.reason !== undefined && <Fact label={t('fact.reason')}>{delivery.reason}</Fact>}
      <Fact label={t('fact.sent.label')}>
        <Phrase
          text={t('fact.sent.by', { ago: ago(requestedAt, now) })}
          parts={{ user: <User accountId={requestedBy} /> }}
        />
      </Fact>
      {state === 'sent' && (
        <Fact label={t('fact.timeLeft')}>
          <Text weight="bold">{timeLeft(expiresAt, now)}</Text>
        </Fact>
      )}
      {hasResult(state) && (
        <Fact label={t('fact.result.label')}>
          {t('fact.result.at', { ago: ago(changedAt, now), date: onDate(changedAt) })}
        </Fact>
      )}
    </Stack>
  );
}

/** Whether Incode has said something about the employee. */
function hasResult(state: ShownState): boolean {
  return !['sent', 'started', 'expired', 'no-result', 'superseded'].includes(state);
}
