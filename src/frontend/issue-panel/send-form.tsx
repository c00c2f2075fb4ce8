import { Button, ButtonGroup, Form, Inline, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import { isForAdministrator, sendingErrorSentence } from './error-words';
import { AlternateEmailField, EmailField, MethodField, PhoneField } from './send-fields';
import { SettingsLink } from './settings-link';
import { useSendForm } from './use-send-form';
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
        <MethodField form={form} />
        {form.values.method === 'sms' ? (
          <PhoneField form={form} autoFocus={replacement !== undefined} />
        ) : (
          <AlternateEmailField form={form} />
        )}
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
