import { Inline, LoadingButton, SectionMessage, Text, Textfield } from '@forge/react';
import { useState } from 'react';
import { Field } from '../components/field';
import { useAction } from '../components/use-action';
import { useCurrentState } from '../components/use-current-state';
import { useFieldError } from '../components/use-field-error';
import { useLanguage } from '../language/users-language';
import { errorSentence } from './error-words';
import { invoke } from './invoke';
import { Section } from './section';
import type { SectionProps } from './section';
import type { WireError } from '../../contract/answer';
import type { Language } from '../language/language';

/** *Try it out*: a link to the administrator's own address proves what testing the credentials cannot. */
export function TestLink({ model, saved }: SectionProps) {
  const language = useLanguage();
  const { t } = language;
  const fieldError = useFieldError();
  const email = useCurrentState(() => '');
  const [isAccepted, setIsAccepted] = useState(false);
  const { running, error, run } = useAction<'send'>();
  const canSend = saved.credentialsSavedAt !== undefined;
  const send = async () => {
    setIsAccepted(false);
    const settings = await run('send', () => invoke('sendTestLink', { email: email.current() }));
    if (!settings) return;
    setIsAccepted(true);
    model.adopt(settings, 0);
  };
  const emailError = error?.fields?.['email'];
  return (
    <Section title={t('settings.testLink.title')} intro={t('settings.testLink.intro')}>
      <Field
        id="testEmail"
        label={t('settings.testLink.email.label')}
        help={t('settings.testLink.email.help')}
        error={emailError === 'required' ? t('settings.testLink.email.hidden') : fieldError(emailError)}
      >
        <Textfield
          id="testEmail"
          name="testEmail"
          value={email.value}
          isInvalid={emailError !== undefined}
          onChange={(event) => {
            email.update(() => String(event.target.value));
          }}
        />
      </Field>
      <Inline>
        <LoadingButton isDisabled={!canSend} isLoading={running === 'send'} onClick={() => void send()}>
          {t('settings.testLink.submit')}
        </LoadingButton>
      </Inline>
      {!canSend && <Text>{t('settings.testLink.notYet')}</Text>}
      {isAccepted && (
        <SectionMessage appearance="success" title={t('settings.testLink.accepted.title')}>
          <Text>{t('settings.testLink.accepted.text')}</Text>
        </SectionMessage>
      )}
      {error && error.code !== 'invalid-input' && (
        <SectionMessage appearance="error" title={t('settings.testLink.failed.title')}>
          <Text>{failureSentence(language, error)}</Text>
        </SectionMessage>
      )}
    </Section>
  );
}

/** These codes say something else about a test link than elsewhere. */
const known = ['credentials-rejected', 'employee-not-enrolled', 'in-doubt'] as const;

function failureSentence(language: Language, error: WireError): string {
  const { t } = language;
  if (error.code === 'limit-reached') {
    return t('settings.testLink.failed.limit-reached', { most: error.values?.['most'] ?? 0 });
  }
  const code = known.find((each) => each === error.code);
  return code ? t(`settings.testLink.failed.${code}`) : errorSentence(language, error);
}
