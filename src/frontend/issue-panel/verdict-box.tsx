import { Inline, SectionMessage, Stack, Text } from '@forge/react';
import { timeLeft } from '../../contract/time-left';
import { looksOf } from '../components/state-looks';
import { shownTime } from '../components/verification-words';
import { useLanguage } from '../language/users-language';
import { nextStep } from './next-step';
import { Whom } from './whom';
import type { ShownState } from '../components/state-now';
import type { Lack } from '../components/requirement-words';
import type { VerificationView } from '../../contract/issue-panel';

export interface VerdictProps {
  verification: VerificationView;
  /** Why nobody may rely on it, if it is a pass. */
  lack: Lack | undefined;
  state: ShownState;
  /** The server's time. */
  now: number;
}

/** The one box that says who, when, by which way, and what to do. */
export function VerdictBox(props: VerdictProps) {
  const { verification, state, lack } = props;
  const language = useLanguage();
  const { t } = language;
  const { environment } = verification;
  const title = t(`state.${state}.title`);
  return (
    <SectionMessage
      appearance={looksOf(state, environment, lack === undefined).message}
      title={environment === 'demo' ? t('demo.title', { title }) : title}
    >
      <Stack space="space.050">
        <Whom weight="bold" {...verification} />
        <When {...props} />
        <Text>{nextStep(language, props)}</Text>
      </Stack>
    </SectionMessage>
  );
}

type WhenWord = `when.${'sent' | 'opened' | 'passed' | 'ended' | 'result' | 'objected'}`;

const whenWords: Record<ShownState, WhenWord> = {
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
  objected: 'when.objected',
};

function When({ verification, state, now, lack }: VerdictProps) {
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
      {state === 'passed' && environment !== 'demo' && lack === undefined && (
        <Text>{t('when.countsUntil', { time: clock(passCountsUntil) })}</Text>
      )}
    </Inline>
  );
}
