import {
  Box,
  Button,
  ButtonGroup,
  Form,
  Inline,
  LoadingButton,
  SectionMessage,
  Stack,
  Text,
  xcss,
} from '@forge/react';
import { useLanguage } from '../language/users-language';
import { isForAdministrator, sendingErrorSentence } from './error-words';
import { AlternateEmailField, EmailField, MethodField, PhoneField, ReasonField } from './send-fields';
import { SettingsLink } from './settings-link';
import { isTyped, useSendForm } from './use-send-form';
import type { Language } from '../language/language';
import type { SendForm as SendFormState } from './use-send-form';
import type { ReactNode } from 'react';
import type { WireError } from '../../contract/answer';
import type { PanelView, SendLinkForm } from '../../contract/issue-panel';

interface SendFormProps {
  view: PanelView;
  /** The server's time. */
  now: number;
  send: (form: SendLinkForm) => Promise<WireError | undefined>;
  onSent: () => void;
  onTouch: () => void;
  /** Where a link stands already: what it has come to, and the way back. */
  replaced?: { shown: ReactNode; onCancel: () => void };
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

// Beside the method where there is room, else below it.
const destination = xcss({ width: '45%', minWidth: '240px', flexGrow: '1' });

function DestinationFields({ form, view, autoFocus }: DestinationFieldsProps) {
  const { t } = useLanguage();
  const { typedDestinations, defaultCountry } = view;
  if (typedDestinations === 'not-allowed') return <Text>{t('send.corporateOnly')}</Text>;
  return (
    <>
      <Inline space="space.300" rowSpace="space.150" shouldWrap>
        <MethodField form={form} />
        <Box xcss={destination}>
          {form.values.method === 'sms' ? (
            <PhoneField form={form} autoFocus={autoFocus} defaultCountry={defaultCountry} />
          ) : (
            <AlternateEmailField form={form} />
          )}
        </Box>
      </Inline>
      {typedDestinations === 'with-reason' && isTyped(form.values) && <ReasonField form={form} />}
    </>
  );
}

/** The form that has a link sent. */
export function SendForm({ view, now, send, onSent, onTouch, replaced }: SendFormProps) {
  const language = useLanguage();
  const { t } = language;
  const form = useSendForm({ view, send, onSent, onTouch });
  const { error } = form;
  // The notice of the attempt says it already.
  const isDoubtShown = error?.code === 'in-doubt' && view.attempt?.state === 'in-doubt';
  return (
    <Form onSubmit={form.submit}>
      <Stack space="space.150">
        {replaced?.shown}
        {error && !isDoubtShown && (
          <SectionMessage appearance="error" title={t('send.failed.title')}>
            <Stack space="space.100">
              <Text>{sendingErrorSentence(language, error, now)}</Text>
              {isForAdministrator(error) && <SettingsLink />}
            </Stack>
          </SectionMessage>
        )}
        <EmailField form={form} requester={view.requester} />
        <DestinationFields form={form} view={view} autoFocus={replaced !== undefined} />
        {view.linksLeft <= FEW_LINKS && <Text>{linksLeft(language, view.linksLeft)}</Text>}
        <Inline>
          <ButtonGroup>
            <LoadingButton type="submit" appearance="primary" isLoading={form.isSending}>
              {t('send.submit')}
            </LoadingButton>
            {replaced && (
              <Button appearance="subtle" onClick={replaced.onCancel}>
                {t('send.cancel')}
              </Button>
            )}
          </ButtonGroup>
        </Inline>
      </Stack>
    </Form>
  );
}
