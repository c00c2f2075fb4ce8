import { Inline, Lozenge, SectionMessage, Stack, Text } from '@forge/react';
import { timeLeft } from '../../contract/time-left';
import { looksOf } from '../components/state-looks';
import { personWords, shownTime } from '../components/verification-words';
import { useLanguage } from '../language/users-language';
import { isPassAWhileAgo, isTakingLong } from './how-long';
import type { ShownState } from '../components/state-now';
import type { VerificationView } from '../../contract/issue-panel';

export interface VerdictProps {
  verification: VerificationView;
  state: ShownState;
  /** The server's time. */
  now: number;
}

/** The one box that says who, when, by which way, and what to do. */
export function VerdictBox(props: VerdictProps) {
  const { verification, state } = props;
  const { t } = useLanguage();
  const { environment } = verification;
  const title = t(`state.${state}.title`);
  return (
    <SectionMessage
      appearance={looksOf(state, environment).message}
      title={environment === 'demo' ? t('demo.title', { title }) : title}
    >
      <Stack space="space.050">
        <Whom {...verification} />
        <When {...props} />
        <Text>{t(nextStep(props))}</Text>
      </Stack>
    </SectionMessage>
  );
}

/** Who it is about, and whether that is who reported the request. */
function Whom({ subject, reporter }: Pick<VerificationView, 'subject' | 'reporter'>) {
  const language = useLanguage();
  const { t } = language;
  return (
    <Inline space="space.100" rowSpace="space.0" alignBlock="center" shouldWrap>
      <Text weight="bold">{personWords(language, subject)}</Text>
      {reporter === 'reporter' ? (
        <Text>{t('whom.reporter')}</Text>
      ) : (
        <Lozenge appearance={reporter === 'other' ? 'moved' : 'default'} maxWidth="300px">
          {t(reporter === 'other' ? 'whom.notReporter' : 'whom.reporterUnknown')}
        </Lozenge>
      )}
    </Inline>
  );
}

const whenWords: Record<ShownState, `when.${'sent' | 'opened' | 'passed' | 'ended' | 'result'}`> = {
  sent: 'when.sent',
  superseded: 'when.sent',
  started: 'when.opened',
  passed: 'when.passed',
  'passed-earlier': 'when.passed',
  expired: 'when.ended',
  'no-result': 'when.ended',
  failed: 'when.result',
  review: 'when.result',
  'identity-changed': 'when.result',
  conflicting: 'when.result',
  mismatch: 'when.result',
  objected: 'when.result',
};

function When({ verification, state, now }: VerdictProps) {
  const { t, ago, clock } = useLanguage();
  const { delivery, environment, requestedAt, expiresAt, passCountsUntil } = verification;
  // By as long as an answer takes, the server's time is behind here.
  const since = Math.max(now, requestedAt);
  return (
    <Inline space="space.150" rowSpace="space.0" alignBlock="center" shouldWrap>
      <Text weight="bold">{t(whenWords[state], { ago: ago(shownTime(verification), now) })}</Text>
      <Text>{t(`when.to.${delivery.method}`, { destination: delivery.maskedDestination })}</Text>
      {state === 'sent' && (
        <Inline space="space.075">
          <Text>{t('when.timeLeft')}</Text>
          <Text weight="bold">{timeLeft(expiresAt, since)}</Text>
        </Inline>
      )}
      {state === 'passed' && environment !== 'demo' && (
        <Text>{t('when.countsUntil', { time: clock(passCountsUntil) })}</Text>
      )}
    </Inline>
  );
}

/** The text that says what to do next. */
function nextStep({ verification, state, now }: VerdictProps) {
  const { environment, identityDoubt } = verification;
  if (state === 'passed' && environment === 'demo') return 'state.passed.demo';
  if (isPassAWhileAgo(verification, state, now)) return 'state.passed.aWhileAgo';
  if (isTakingLong(verification, state, now)) return 'state.started.long';
  const isOfIncode = identityDoubt === 'missing' || identityDoubt === 'unreadable';
  if (state === 'identity-changed' && isOfIncode) return `state.identity-changed.${identityDoubt}` as const;
  return `state.${state}.next` as const;
}
