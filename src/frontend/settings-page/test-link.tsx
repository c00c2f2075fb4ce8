import {
  Button,
  Inline,
  List,
  ListItem,
  LoadingButton,
  SectionMessage,
  Stack,
  Text,
  Textfield,
} from '@forge/react';
import { useState } from 'react';
import { hasEmailShape } from '../../contract/address-shape';
import { plainValue } from '../../contract/typed-text';
import { Field } from '../components/field';
import { useAction } from '../components/use-action';
import { useCurrentState } from '../components/use-current-state';
import { useFieldError } from '../components/use-field-error';
import { useLanguage } from '../language/users-language';
import { errorSentence } from './error-words';
import { invoke } from './invoke';
import { Section } from './section';
import { hasWebhookArrived } from './setup-steps';
import { useOwnEmail } from './use-own-email';
import type { Focus } from '../components/use-focus';
import type { SectionProps } from './section';
import type { WireError } from '../../contract/answer';
import type { Language } from '../language/language';

interface TestLinkProps extends SectionProps {
  focus: Focus;
}

/** *Try it out*: a link to the administrator's own address proves what testing the credentials cannot. */
export function TestLink({ model, saved, focus }: TestLinkProps) {
  const language = useLanguage();
  const { t } = language;
  const fieldError = useFieldError();
  const canSend = saved.credentialsSavedAt !== undefined;
  const { email, code, change, isAccepted, isSending, failure, send } = useTestLink(model, canSend);
  return (
    <Section title={t('settings.testLink.title')} intro={t('settings.testLink.intro')}>
      <Field
        id="testEmail"
        label={t('settings.testLink.email.label')}
        help={t('settings.testLink.email.help')}
        error={fieldError(code, t('settings.testLink.email.label'))}
      >
        <Textfield
          key={focus.keyOf('testEmail')}
          {...focus.propsOf('testEmail')}
          id="testEmail"
          name="testEmail"
          value={email}
          isInvalid={code !== undefined}
          onChange={(event) => change(String(event.target.value))}
        />
      </Field>
      <Inline space="space.150" alignBlock="center" shouldWrap>
        <LoadingButton isDisabled={!canSend} isLoading={isSending} onClick={() => void send()}>
          {t('settings.testLink.submit')}
        </LoadingButton>
        {!canSend && <Text>{t('settings.testLink.notYet')}</Text>}
      </Inline>
      {isAccepted && <Accepted saved={saved} />}
      {failure && (
        <SectionMessage appearance="error" title={t('settings.testLink.failed.title')}>
          <Text>{failureSentence(language, failure)}</Text>
        </SectionMessage>
      )}
    </Section>
  );
}

function useTestLink(model: SectionProps['model'], canSend: boolean) {
  const ownEmail = useOwnEmail(canSend);
  const typed = useCurrentState<string | undefined>(() => undefined);
  const [code, setCode] = useState<string>();
  const [isAccepted, setIsAccepted] = useState(false);
  const { running, error, run } = useAction<'send'>();
  const markEmail = (faults: Record<string, string>) => setCode(faults['email']);
  const send = async () => {
    const email = typed.current() ?? ownEmail;
    setIsAccepted(false);
    const fault = emailFault(email);
    setCode(fault);
    if (fault) return;
    const settings = await run('send', () => invoke('sendTestLink', { email }), markEmail);
    if (!settings) return;
    setIsAccepted(true);
    model.adopt(settings, 0);
  };
  const change = (email: string) => {
    setCode(undefined);
    typed.update(() => email);
  };
  const isSending = running === 'send';
  const failure = error?.code === 'invalid-input' ? undefined : error;
  return { email: typed.value ?? ownEmail, code, change, isAccepted, isSending, failure, send };
}

function emailFault(email: string): string | undefined {
  if (plainValue(email) === '') return 'required';
  return hasEmailShape(email) ? undefined : 'not-an-email';
}

/** That Incode sent the link, and whether the webhook has told of it; what to check while it has not. */
function Accepted({ saved }: Pick<SectionProps, 'saved'>) {
  const { t } = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const hasArrived = hasWebhookArrived(saved);
  return (
    <SectionMessage
      appearance={hasArrived ? 'success' : 'information'}
      title={t('settings.testLink.accepted.title')}
    >
      <Stack space="space.100">
        <Text>{t('settings.testLink.accepted.text')}</Text>
        <Inline space="space.150" alignBlock="center" shouldWrap>
          <Text weight="bold">
            {t(hasArrived ? 'settings.testLink.arrived' : 'settings.testLink.waiting')}
          </Text>
          {!hasArrived && (
            <Button spacing="compact" onClick={() => setIsOpen(!isOpen)}>
              {t('settings.testLink.check.open')}
            </Button>
          )}
        </Inline>
        {!hasArrived && isOpen && <WhatToCheck />}
      </Stack>
    </SectionMessage>
  );
}

/** What to check where the link was opened and nothing came of it. */
function WhatToCheck() {
  const { t } = useLanguage();
  return (
    <>
      <Text>{t('settings.testLink.check.text')}</Text>
      <List type="ordered">
        <ListItem>{t('settings.testLink.check.url')}</ListItem>
        <ListItem>{t('settings.testLink.check.events')}</ListItem>
        <ListItem>{t('settings.testLink.check.feature')}</ListItem>
      </List>
    </>
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
