import { Button, ButtonGroup, Form, Inline, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import { useLanguage } from '../language/users-language';
import { isForAdministrator, sendingErrorSentence } from './error-words';
import { AlternateEmailField, EmailField, MethodField, PhoneField, ReasonField } from './send-fields';
import { SettingsLink } from './settings-link';
import { isTyped, useSendForm } from './use-send-form';
import type { replacement } from './replacement';
import type { Language } from '../language/language';
import type { SendForm as SendFormState } from './use-send-form';
import type { WireError } from '../../contract/answer';
import type { PanelView, SendLinkForm } from '../../contract/issue-panel';

interface SendFormProps {
  view: PanelView;
  /** The server's time. */
  now: number;
  send: (form: SendLinkForm) => Promise<WireError | undefined>;
  onSent: () => void;
  /** Where a link stands already: what a new one does to it, and the way back. */
  replacement?: { of: ReturnType<typeof replacement>; onCancel: () => void };
}

/** From how many links left it is told. */
const FEW_LINKS = 3;

function linksLeft({ t, counted }: Language, left: number): string {
  return left === 0 ? t('send.linksLeft.none') : counted('send.linksLeft', left);
}

interface DestinationFieldsProps {
  form: SendFormState;
  view: PanelView;
  autoFocus: boolean;
}

function DestinationFields({ form, view: { typedDestinations }, autoFocus }: DestinationFieldsProps) {
  const { t } = useLanguage();
  if (typedDestinations === 'not-allowed') return <Text>{t('send.corporateOnly')}</Text>;
  return (
    <>
      <MethodField form={form} />
      {form.values.method === 'sms' ? (
        <PhoneField form={form} autoFocus={autoFocus} />
      ) : (
        <AlternateEmailField form={form} />
      )}
      {typedDestinations === 'with-reason' && isTyped(form.values) && <ReasonField form={form} />}
    </>
  );
}

/** The form that has a link sent. */
export function SendForm({ view, now, send, onSent, replacement }: SendFormProps) {
  const language = useLanguage();
  const { t } = language;
  const form = useSendForm({ view, send, onSent });
  const { error } = form;
  // The notice of the attempt says it already.
  const isDoubtShown = error?.code === 'in-doubt' && view.attempt?.state === 'in-doubt';
  return (
    <Form onSubmit={form.submit}>
      <Stack space="space.150">
        {replacement && (
          <SectionMessage appearance="information" title={t(`replace.${replacement.of}.title`)}>
            <Text>{t(`replace.${replacement.of}.text`)}</Text>
          </SectionMessage>
        )}
        {error && !isDoubtShown && (
          <SectionMessage appearance="error" title={t('send.failed.title')}>
            <Stack space="space.100">
              <Text>{sendingErrorSentence(language, error, now)}</Text>
              {isForAdministrator(error) && <SettingsLink />}
            </Stack>
          </SectionMessage>
        )}
        <EmailField form={form} requester={view.requester} />
        <DestinationFields form={form} view={view} autoFocus={replacement !== undefined} />
        {view.linksLeft <= FEW_LINKS && <Text>{linksLeft(language, view.linksLeft)}</Text>}
        <Inline>
          <ButtonGroup>
            <LoadingButton type="submit" appearance="primary" isLoading={form.isSending}>
              {t('send.submit')}
            </LoadingButton>
            {replacement && (
              <Button appearance="subtle" onClick={replacement.onCancel}>
                {t('send.cancel')}
              </Button>
            )}
          </ButtonGroup>
        </Inline>
      </Stack>
    </Form>
  );
}
