import { Box, Stack, Text, xcss } from '@forge/react';
import { useLanguage } from '../language/users-language';
import { isCodeAsked } from './caller-code';
import { scriptOf } from './scripts';
import type { VerdictProps } from './verdict-box';
import type { ReactNode } from 'react';

const quote = xcss({
  backgroundColor: 'color.background.neutral',
  borderRadius: 'radius.medium',
  padding: 'space.150',
});

/** What to say to the caller, who is not always the employee. */
export function CallerWords(props: VerdictProps) {
  const { t } = useLanguage();
  const script = scriptOf(props);
  if (script === undefined) return null;
  return (
    <CallerBox text={t(script)}>
      {isCodeAsked(props) && <Text>{t('caller.code')}</Text>}
      {props.state === 'passed' && (
        <Text size="small" color="color.text.subtle">
          {t('caller.passMeans')}
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
