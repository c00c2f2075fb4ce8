import { Button, ButtonGroup, Form, Inline, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import { isForAdministrator, sendingErrorSentence } from './error-words';
import { AlternateEmailField, EmailField, MethodField, PhoneField, ReasonField } from './send-fields';
import { SettingsLink } from './settings-link';
import { isTyped, useSendForm } from './use-send-form';
import type { SendForm as SendFormState } from './use-send-form';
import type { WireError } from '../../contract/answer';
import type { PanelView, SendLinkForm } from '../../contract/issue-panel';

interface SendFormProps {
  view: PanelView;
  clockDrift: number;
  send: (form: SendLinkForm) => Promise<WireError | undefined>;
  onSent: () => void;
  /** Where a link stands already: what a new one does to it, and the way back. */
  replacement?: { notice: { title: string; text: string }; onCancel: () => void };
}

/** From how many links left it is told. */
const FEW_LINKS = 3;

function linksLeftWords(left: number): string {
  if (left === 0) return 'No more links can be sent from this request today.';
  return left === 1
    ? 'One more link can be sent from this request today.'
    : `${left} more links can be sent from this request today.`;
}

interface DestinationFieldsProps {
  form: SendFormState;
  view: PanelView;
  autoFocus: boolean;
}

function DestinationFields({ form, view: { typedDestinations }, autoFocus }: DestinationFieldsProps) {
  if (typedDestinations === 'not-allowed') {
    return <Text>The link goes to the corporate email: other numbers and addresses are not allowed.</Text>;
  }
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
export function SendForm({ view, clockDrift, send, onSent, replacement }: SendFormProps) {
  const form = useSendForm({ view, send, onSent });
  const { error } = form;
  // The notice of the attempt says it already.
  const isDoubtShown = error?.code === 'in-doubt' && view.attempt?.state === 'in-doubt';
  return (
    <Form onSubmit={form.submit}>
      <Stack space="space.150">
        {replacement && (
          <SectionMessage appearance="information" title={replacement.notice.title}>
            <Text>{replacement.notice.text}</Text>
          </SectionMessage>
        )}
        {error && !isDoubtShown && (
          <SectionMessage appearance="error" title="Error sending verification">
            <Stack space="space.100">
              <Text>{sendingErrorSentence(error, Date.now() + clockDrift)}</Text>
              {isForAdministrator(error) && <SettingsLink />}
            </Stack>
          </SectionMessage>
        )}
        <EmailField form={form} requester={view.requester} />
        <DestinationFields form={form} view={view} autoFocus={replacement !== undefined} />
        {view.linksLeft <= FEW_LINKS && <Text>{linksLeftWords(view.linksLeft)}</Text>}
        <Inline>
          <ButtonGroup>
            <LoadingButton type="submit" appearance="primary" isLoading={form.isSending}>
              Send verification link
            </LoadingButton>
            {replacement && (
              <Button appearance="subtle" onClick={replacement.onCancel}>
                Cancel
              </Button>
            )}
          </ButtonGroup>
        </Inline>
      </Stack>
    </Form>
  );
}
