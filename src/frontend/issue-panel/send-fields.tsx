import { Button, Inline, Label, RadioGroup, Stack, Textfield } from '@forge/react';
import { Field } from '../components/field';
import { fieldError } from '../components/field-words';
import type { FieldName, SendForm } from './use-send-form';
import type { PanelView } from '../../contract/issue-panel';

// UI Kit passes a group's label on by this name alone, which Atlaskit beneath it has deprecated.
const labelledByMethod = { 'aria-labelledby': 'method-label' };

/** The address of whom to verify: the request's reporter, or somebody whom the agent types in. */
export function EmailField({ form, requester }: { form: SendForm; requester: PanelView['requester'] }) {
  const { email } = requester;
  const isRequester = email !== undefined && isSame(form.values.email, email);
  return (
    <Stack space="space.050">
      <Field
        id="email"
        label="Corporate email"
        isRequired
        help={emailHelp(form.values.email, requester)}
        error={fieldError(form.fault('email'))}
      >
        <Textfield {...input(form, 'email', 'email')} />
      </Field>
      {email !== undefined && !isRequester && (
        <Inline>
          <Button appearance="subtle" spacing="compact" onClick={() => form.set('email', email)}>
            {`Use the reporter’s address`}
          </Button>
        </Inline>
      )}
    </Stack>
  );
}

function emailHelp(typed: string, { email, displayName }: PanelView['requester']): string {
  const reporter = displayName ?? 'the reporter';
  if (email === undefined) {
    return `Jira does not show the address of ${reporter} here. Enter the one under which Incode knows the employee.`;
  }
  if (isSame(typed, email)) return `From the request: ${displayName ?? 'its reporter'}`;
  return typed.trim() === ''
    ? 'The address under which Incode knows the employee'
    : `Typed by hand. The request was reported by ${reporter}, ${email}.`;
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** SMS or email. */
export function MethodField({ form }: { form: SendForm }) {
  return (
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
  );
}

export function PhoneField({ form, autoFocus }: { form: SendForm; autoFocus: boolean }) {
  return (
    <Field
      id="phone"
      label="Phone number"
      isRequired
      help="With country code, such as +1 415 555 0123"
      error={fieldError(form.fault('phone'))}
    >
      <Textfield {...input(form, 'phone', 'phone')} autoFocus={autoFocus} />
    </Field>
  );
}

export function AlternateEmailField({ form }: { form: SendForm }) {
  return (
    <Field
      id="alternate-email"
      label="Send to another address"
      help="Leave blank to send to the corporate email"
      error={fieldError(form.fault('alternateEmail'))}
    >
      <Textfield {...input(form, 'alternateEmail', 'alternate-email')} placeholder={form.values.email} />
    </Field>
  );
}

/** Why the link shall go to a number or address that is not on record. */
export function ReasonField({ form }: { form: SendForm }) {
  return (
    <Field
      id="reason"
      label="Reason for this number or address"
      isRequired
      help="Your administrator asks for one; it is written into the comment"
      error={fieldError(form.fault('reason'))}
    >
      <Textfield {...input(form, 'reason', 'reason')} />
    </Field>
  );
}

function input(form: SendForm, name: Exclude<FieldName, 'method'>, id: string) {
  return {
    id,
    name,
    value: form.values[name],
    isInvalid: form.fault(name) !== undefined,
    onChange: form.change(name),
    onBlur: form.leave(name),
  };
}
