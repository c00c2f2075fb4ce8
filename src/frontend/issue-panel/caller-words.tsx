import { Box, Stack, Text, xcss } from '@forge/react';
import { panelWords } from './words';
import type { ShownState } from '../components/state-now';
import type { VerificationView } from '../../contract/issue-panel';

const quote = xcss({
  backgroundColor: 'color.background.neutral',
  borderRadius: 'radius.medium',
  padding: 'space.150',
});

/** What to say to whoever is on the line, which is not always the employee. */
export function CallerWords({ verification, state }: { verification: VerificationView; state: ShownState }) {
  if (state !== 'sent' && state !== 'passed') return null;
  return (
    <Box xcss={quote}>
      <Stack space="space.075">
        <Text weight="bold">{panelWords.sayTitle}</Text>
        <Text>{state === 'sent' ? panelWords.saySent(verification) : panelWords.sayPassed}</Text>
        {state === 'passed' && (
          <Text size="small" color="color.text.subtle">
            {panelWords.passMeans(verification)}
          </Text>
        )}
      </Stack>
    </Box>
  );
}
