import { Box, Stack, Text, xcss } from '@forge/react';
import { useLanguage } from '../language/users-language';
import { isPassAWhileAgo, isTakingLong } from './how-long';
import type { ShownState } from '../components/state-now';
import type { Word } from '../language/words';
import type { VerdictProps } from './verdict-box';
import type { ReactNode } from 'react';

const quote = xcss({
  backgroundColor: 'color.background.neutral',
  borderRadius: 'radius.medium',
  padding: 'space.150',
});

const scripts = {
  started: 'caller.started',
  passed: 'caller.passed',
  'passed-earlier': 'caller.passed-earlier',
  review: 'caller.review',
  expired: 'caller.expired',
  'no-result': 'caller.no-result',
  superseded: undefined,
  failed: 'caller.handOver',
  'identity-changed': 'caller.handOver',
  conflicting: 'caller.handOver',
  mismatch: 'caller.handOver',
  objected: 'caller.handOver',
} as const satisfies Record<Exclude<ShownState, 'sent'>, Word | undefined>;

/** What to say to whoever is on the line, which is not always the employee. */
export function CallerWords(props: VerdictProps) {
  const { t } = useLanguage();
  const { verification, state } = props;
  const { displayName: name } = verification.subject;
  const script = scriptOf(props);
  if (script === undefined) return null;
  return (
    <CallerBox text={t(script)}>
      {state === 'passed' && (
        <Text size="small" color="color.text.subtle">
          {name === undefined ? t('caller.passMeans.unnamed') : t('caller.passMeans.named', { name })}
        </Text>
      )}
    </CallerBox>
  );
}

/** The words themselves, and below them what the agent should know about them. */
export function CallerBox({ text, children }: { text: string; children?: ReactNode }) {
  const { t } = useLanguage();
  return (
    <Box xcss={quote}>
      <Stack space="space.050">
        <Text weight="bold">{t('caller.title')}</Text>
        <Text>{text}</Text>
        {children}
      </Stack>
    </Box>
  );
}

function scriptOf({ verification, state, now }: VerdictProps) {
  if (isTakingLong(verification, state, now)) return 'caller.startedLong';
  if (isPassAWhileAgo(verification, state, now)) return 'caller.sameCall';
  return state === 'sent' ? (`caller.sent.${verification.delivery.method}` as const) : scripts[state];
}
