import { Stack, Text, User } from '@forge/react';
import { timeLeft } from '../../contract/time-left';
import { Phrase } from '../language/phrase';
import { personWords, shownTime } from '../components/verification-words';
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
  const language = useLanguage();
  const { t, ago, onDate } = language;
  const { subject, reporter, delivery, requestedAt, requestedBy, expiresAt } = verification;
  const at = shownTime(verification);
  return (
    <Stack space="space.075">
      <Fact label={t('fact.for')}>{personWords(language, subject)}</Fact>
      {reporter !== 'reporter' && (
        <Fact label={t('fact.note')}>
          <Text color="color.text.warning">
            {t(reporter === 'other' ? 'fact.notReporter' : 'fact.reporterUnknown')}
          </Text>
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
          {t('fact.result.at', { ago: ago(at, now), date: onDate(at) })}
        </Fact>
      )}
    </Stack>
  );
}

/** Whether Incode has said something about the employee. */
function hasResult(state: ShownState): boolean {
  return !['sent', 'started', 'expired', 'no-result', 'superseded'].includes(state);
}
