import { Box, Stack, Text, xcss } from '@forge/react';
import { BoldPhrase } from '../language/phrase';
import { useLanguage } from '../language/users-language';
import type { PortalCode } from '../../contract/portal-panel';

const box = xcss({
  backgroundColor: 'color.background.neutral',
  borderRadius: 'radius.medium',
  padding: 'space.150',
});

/** What the employee reads to the agent, and what the agent must answer, so that each knows the other. */
export function CodeForTheCall({ code }: { code: PortalCode }) {
  const { t, clock } = useLanguage();
  return (
    <Box xcss={box}>
      <Stack space="space.050">
        <Text weight="bold">{t('portal.code.title')}</Text>
        {code.kind === 'open' && (
          <BoldPhrase text={t('portal.code.open')} parts={{ first: code.first, last: code.last }} />
        )}
        {code.kind === 'confirmed' && (
          <BoldPhrase
            text={t('portal.code.confirmed', { time: clock(code.at) })}
            parts={{ last: code.last }}
          />
        )}
        <Text size="small" color="color.text.subtle">
          {t(code.kind === 'over' ? 'portal.code.over' : 'portal.code.beware')}
        </Text>
      </Stack>
    </Box>
  );
}
