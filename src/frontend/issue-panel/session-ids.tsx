import { Box, Inline, Label, Textfield, xcss } from '@forge/react';
import { useLanguage } from '../language/users-language';
import type { VerificationView } from '../../contract/issue-panel';

const column = xcss({ minWidth: '240px', flexGrow: 1 });

/** Incode's ids, to select and copy. */
export function SessionIds({ identityId, sessionId }: VerificationView) {
  const { t } = useLanguage();
  return (
    <Inline space="space.200" rowSpace="space.100" shouldWrap>
      {identityId && <Id id="identity-id" label={t('id.identity')} value={identityId} />}
      <Id id="session-id" label={t('id.session')} value={sessionId} />
    </Inline>
  );
}

function Id({ id, label, value }: { id: string; label: string; value: string }) {
  return (
    <Box xcss={column}>
      <Label labelFor={id}>{label}</Label>
      <Textfield id={id} value={value} isReadOnly isCompact isMonospaced />
    </Box>
  );
}
