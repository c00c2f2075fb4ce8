import { Box, Stack, Text, xcss } from '@forge/react';
import { useLanguage } from '../language/users-language';
import type { ShownState } from '../components/state-now';
import type { VerificationView } from '../../contract/issue-panel';

const quote = xcss({
  backgroundColor: 'color.background.neutral',
  borderRadius: 'radius.medium',
  padding: 'space.150',
});

/** What to say to whoever is on the line, which is not always the employee. */
export function CallerWords({ verification, state }: { verification: VerificationView; state: ShownState }) {
  const { t } = useLanguage();
  const { delivery, subject } = verification;
  const name = subject.displayName;
  if (state !== 'sent' && state !== 'passed') return null;
  return (
    <Box xcss={quote}>
      <Stack space="space.075">
        <Text weight="bold">{t('caller.title')}</Text>
        <Text>{t(state === 'sent' ? `caller.saySent.${delivery.method}` : 'caller.sayPassed')}</Text>
        {state === 'passed' && (
          <Text size="small" color="color.text.subtle">
            {name === undefined ? t('caller.passMeans.unnamed') : t('caller.passMeans.named', { name })}
          </Text>
        )}
      </Stack>
    </Box>
  );
}
