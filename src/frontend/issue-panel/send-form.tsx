import {
  Button,
  ButtonGroup,
  Form,
  Inline,
  Label,
  LoadingButton,
  RadioGroup,
  SectionMessage,
  Stack,
  Text,
  Textfield,
} from '@forge/react';
import { Field } from '../components/field';
import { fieldError } from '../components/field-words';
import { useSendForm } from './use-send-form';
import { errorSentence } from './words';
import type { SendForm as SendFormState } from './use-send-form';
import type { WireError } from '../../contract/answer';
import type { PanelView, SendLinkForm } from '../../contract/issue-panel';

interface SendFormProps {
  view: PanelView;
  clockDrift: number;
  send: (form: SendLinkForm) => Promise<WireError | undefined>;
  onSent: () => void;
  onCancel?: () => void;
}

// UI Kit passes a group's label on by this name alone, which Atlaskit beneath it has deprecated.
const labelledByMethod = { 'aria-labelledby': 'method-label' };

/** The form that has a link sent. What was typed stays when sending fails. */
export function SendForm({ view, clockDrift, send, onSent, onCancel }: SendFormProps) {
  const form = useSendForm({ view, send, onSent });
  const { error } = form;
  return (
    <Form onSubmit={form.submit}>
      <Stack space="space.150">
        {view.verification && <Text>A new link replaces the one before as soon as it is sent.</Text>}
        {error && error.code !== 'invalid-input' && (
          <SectionMessage appearance="error" title="Error sending verification">
            <Text>{errorSentence(error, Date.now() + clockDrift)}</Text>
          </SectionMessage>
        )}
        <EmailField form={form} requester={view.requester} />
        <Stack space="space.050">
          <Label labelFor="method" id="method-label">
            Delivery method
          </Label>
          <RadioGroup
            name="method"
            {...labelledByMethod}
            value={form.values.method}
            options={[
              { name: 'method', value: 'sms', label: 'SMS' },
              { name: 'method', value: 'email', label: 'Email' },
            ]}
            onChange={form.change('method')}
          />
        </Stack>
        {form.values.method === 'sms' ? <PhoneField form={form} /> : <AlternateEmailField form={form} />}
        <Inline>
          <ButtonGroup>
            <LoadingButton type="submit" appearance="primary" isLoading={form.isSending}>
              Send verification link
            </LoadingButton>
            {onCancel && (
              <Button appearance="subtle" onClick={onCancel}>
                Cancel
              </Button>
            )}
          </ButtonGroup>
        </Inline>
      </Stack>
    </Form>
  );
}

function EmailField({ form, requester }: { form: SendFormState; requester: PanelView['requester'] }) {
  const isRequester = requester.email !== undefined && form.values.email === requester.email;
  return (
    <Field
      id="email"
      label="Corporate email"
      isRequired
      help={
        isRequester
          ? `From the request: ${requester.displayName ?? 'its reporter'}`
          : 'The address under which Incode knows the employee'
      }
      error={fieldError(form.error?.fields?.['email'])}
    >
      <Textfield
        id="email"
        name="email"
        value={form.values.email}
        isInvalid={form.error?.fields?.['email'] !== undefined}
        onChange={form.change('email')}
      />
    </Field>
  );
}

function PhoneField({ form }: { form: SendFormState }) {
  return (
    <Field
      id="phone"
      label="Phone number"
      isRequired
      help="With country code, such as +1 415 555 0123"
      error={fieldError(form.error?.fields?.['phone'])}
    >
      <Textfield
        id="phone"
        name="phone"
        value={form.values.phone}
        isInvalid={form.error?.fields?.['phone'] !== undefined}
        onChange={form.change('phone')}
      />
    </Field>
  );
}

function AlternateEmailField({ form }: { form: SendFormState }) {
  return (
    <Field
      id="alternate-email"
      label="Send to another address"
      help="Leave blank to send to the corporate email"
      error={fieldError(form.error?.fields?.['alternateEmail'])}
    >
      <Textfield
        id="alternate-email"
        name="alternateEmail"
        value={form.values.alternateEmail}
        placeholder={form.values.email}
        isInvalid={form.error?.fields?.['alternateEmail'] !== undefined}
        onChange={form.change('alternateEmail')}
      />
    </Field>
  );
}
