import { Button, ButtonGroup, Form, Inline, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import { isForAdministrator, sendingErrorSentence } from './error-words';
import { AlternateEmailField, EmailField, MethodField, PhoneField, ReasonField } from './send-fields';
import { SettingsLink } from './settings-link';
import { useSendForm } from './use-send-form';
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
        <DestinationFields form={form} view={view} isPhoneFocused={replacement !== undefined} />
        <LinksLeft count={view.linksLeft} />
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

interface DestinationFieldsProps {
  form: SendFormState;
  view: PanelView;
  isPhoneFocused: boolean;
}

function DestinationFields({ form, view, isPhoneFocused }: DestinationFieldsProps) {
  if (view.typedDestinations === 'not-allowed') {
    return (
      <Text color="color.text.subtle">
        The link goes to the corporate email: nothing else is allowed here.
      </Text>
    );
  }
  return (
    <Stack space="space.150">
      <MethodField form={form} />
      {form.values.method === 'sms' ? (
        <PhoneField form={form} autoFocus={isPhoneFocused} />
      ) : (
        <AlternateEmailField form={form} />
      )}
      {form.asksForReason && <ReasonField form={form} />}
    </Stack>
  );
}

/** From when on it is worth saying how many links are left. */
const FEW_LINKS = 3;

function LinksLeft({ count }: { count: number }) {
  if (count > FEW_LINKS) return null;
  const links = count === 1 ? 'One more link' : `${count === 0 ? 'No' : count} more links`;
  return <Text color="color.text.subtle">{`${links} can be sent from this request today.`}</Text>;
}
