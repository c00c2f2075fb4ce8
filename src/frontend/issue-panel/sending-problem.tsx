import { Inline, LinkButton, SectionMessage, Stack, Text } from '@forge/react';
import { useLanguage } from '../language/users-language';
import { isForAdministrator, requestWithLink, sendingErrorSentence } from './error-words';
import { SettingsLink } from './settings-link';
import type { WireError } from '../../contract/answer';

/** Why no link was sent, and the way to where that can be changed. `now`: the server's time. */
export function SendingProblem({ error, now }: { error: WireError; now: number }) {
  const language = useLanguage();
  const { t } = language;
  const issueKey = requestWithLink(error);
  return (
    <SectionMessage appearance="error" title={t('send.failed.title')}>
      <Stack space="space.100">
        <Text>{sendingErrorSentence(language, error, now)}</Text>
        {isForAdministrator(error) && <SettingsLink />}
        {issueKey !== undefined && (
          <Inline>
            <LinkButton href={`/browse/${issueKey}`} target="_blank">
              {t('error.elsewhere.open', { issueKey })}
            </LinkButton>
          </Inline>
        )}
      </Stack>
    </SectionMessage>
  );
}
