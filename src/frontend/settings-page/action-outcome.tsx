import { SectionMessage, Text } from '@forge/react';
import { useLanguage } from '../language/users-language';
import { errorSentence } from './error-words';
import type { Language } from '../language/language';
import type { WireError } from '../../contract/answer';

interface OutcomeProps {
  done: string | undefined;
  error: WireError | undefined;
}

/** What was done for somebody, in a sentence, or why it was not. */
export function ActionOutcome({ done, error }: OutcomeProps) {
  const language = useLanguage();
  if (done !== undefined) return <Text color="color.text.success">{done}</Text>;
  if (!error || error.code === 'invalid-input') return null;
  return <ActionFailed why={personErrorSentence(language, error)} />;
}

/** That something could not be done, and why. */
export function ActionFailed({ why }: { why: string }) {
  const { t } = useLanguage();
  return (
    <SectionMessage appearance="error" title={t('settings.action.failed.title')}>
      <Text>{why}</Text>
    </SectionMessage>
  );
}

/** Why nothing was done for somebody: here, what is not found is data of theirs. */
export function personErrorSentence(language: Language, error: WireError): string {
  const { t } = language;
  return error.code === 'not-found' ? t('settings.people.notFound') : errorSentence(language, error);
}
