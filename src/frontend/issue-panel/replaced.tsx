import { Inline, Lozenge, SectionMessage, Stack, Text } from '@forge/react';
import { looksOf } from '../components/state-looks';
import { personWords, shownTime } from '../components/verification-words';
import { useLanguage } from '../language/users-language';
import type { ShownState } from '../components/state-now';
import type { VerdictProps } from './verdict-box';

/** What stands while a new link is asked for, in one line, and what a new one does to it. */
export function Replaced({ verification, state, now }: VerdictProps) {
  const language = useLanguage();
  const { t, ago } = language;
  const { environment, subject } = verification;
  const kind = kindOf(state);
  const short = t(`state.${state}.short`);
  return (
    <SectionMessage appearance="information" title={t(`replace.${kind}.title`)}>
      <Stack space="space.050">
        <Inline space="space.100" rowSpace="space.0" alignBlock="center" shouldWrap>
          <Lozenge appearance={looksOf(state, environment).lozenge}>
            {environment === 'demo' ? t('glance.demo', { state: short }) : short}
          </Lozenge>
          <Text>{personWords(language, subject)}</Text>
          <Text>{ago(shownTime(verification), now)}</Text>
        </Inline>
        <Text>{t(`replace.${kind}.text`)}</Text>
      </Stack>
    </SectionMessage>
  );
}

/** Which texts say what a new link does to the one that stands. */
function kindOf(state: ShownState): 'underWay' | 'review' | 'ended' {
  if (state === 'sent' || state === 'started') return 'underWay';
  return state === 'review' ? 'review' : 'ended';
}
