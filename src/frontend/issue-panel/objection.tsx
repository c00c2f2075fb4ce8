import { SectionMessage, Stack, Text } from '@forge/react';
import { objectionTitle } from '../components/verification-words';
import { useLanguage } from '../language/users-language';
import { SettingsLink } from './settings-link';
import type { PanelView } from '../../contract/issue-panel';

/** The employee says that somebody else asked for a check: what the agent does now. */
export function ObjectionBox({ view: { verification, requester } }: { view: PanelView }) {
  const language = useLanguage();
  const { t } = language;
  const title = objectionTitle(language, verification?.subject ?? requester);
  return (
    <SectionMessage appearance="error" title={title}>
      <Text>{t('objection.text')}</Text>
    </SectionMessage>
  );
}

/** Stands where a link could be sent, if the employee did not object. */
export function ObjectionNotice() {
  const { t } = useLanguage();
  return (
    <Stack space="space.100">
      <Text color="color.text.warning">{t('error.objected.next')}</Text>
      <SettingsLink />
    </Stack>
  );
}
