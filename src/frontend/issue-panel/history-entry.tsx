import { Box, Button, Inline, Lozenge, Stack, Text, User, xcss } from '@forge/react';
import { useState } from 'react';
import { looksOf } from '../components/state-looks';
import { stateNow } from '../components/state-now';
import { Phrase } from '../language/phrase';
import { useLanguage } from '../language/users-language';
import { ConfirmedBy } from './caller-code';
import { Timeline } from './timeline';
import { Whom } from './whom';
import type { VerificationView } from '../../contract/issue-panel';

const frame = xcss({
  borderColor: 'color.border',
  borderRadius: 'radius.medium',
  borderStyle: 'solid',
  borderWidth: 'border.width',
  padding: 'space.150',
});

/** One verification of the past: result, when, for whom, how, by whom; what happened to it on demand. */
export function HistoryEntry({ entry, now }: { entry: VerificationView; now: number }) {
  const { t, onDate } = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const { delivery } = entry;
  const state = stateNow(entry, now);
  return (
    <Box xcss={frame}>
      <Stack space="space.075">
        <Inline space="space.100" rowSpace="space.050" alignBlock="center" shouldWrap>
          <Lozenge appearance={looksOf(state, entry.environment).lozenge}>
            {t(`state.${state}.short`)}
          </Lozenge>
          {entry.environment === 'demo' && <Lozenge appearance="new">{t('demo')}</Lozenge>}
          <Text color="color.text.subtle">{onDate(entry.requestedAt)}</Text>
        </Inline>
        <Whom {...entry} />
        <Inline space="space.075" alignBlock="center" shouldWrap>
          <Phrase
            text={t(`history.sent.${entry.isByAutomation ? 'automation' : delivery.method}`, {
              destination: delivery.maskedDestination,
            })}
            parts={{ user: <User accountId={entry.requestedBy} /> }}
          />
        </Inline>
        <CodeLine {...entry} />
        {isOpen && (
          <Stack space="space.075">
            <Timeline {...entry} />
            <Text size="small" color="color.text.subtle">
              {t('history.sessionId', { id: entry.sessionId })}
            </Text>
          </Stack>
        )}
        <Inline>
          <Button appearance="subtle" spacing="compact" onClick={() => setIsOpen(!isOpen)}>
            {t(isOpen ? 'history.hideTimeline' : 'history.showTimeline')}
          </Button>
        </Inline>
      </Stack>
    </Box>
  );
}

/** How the caller's code was confirmed, or that it was not although somebody tried. */
function CodeLine({ code }: Pick<VerificationView, 'code'>) {
  const { counted, onDate } = useLanguage();
  if (code?.kind === 'confirmed') {
    return (
      <Inline space="space.050" alignBlock="center" shouldWrap>
        <ConfirmedBy by={code.by} time={onDate(code.at)} />
      </Inline>
    );
  }
  return code && code.wrong > 0 ? <Text>{counted('history.code.wrong', code.wrong)}</Text> : null;
}
