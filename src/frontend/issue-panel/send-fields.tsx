import { Button, Checkbox, Inline, Label, RadioGroup, Stack, Textfield } from '@forge/react';
import { Field } from '../components/field';
import { useFieldError } from '../components/use-field-error';
import { useLanguage } from '../language/users-language';
import { useReadNumber } from './use-read-number';
import type { Language } from '../language/language';
import type { FieldName, SendForm } from './use-send-form';
import type { NumberView, PanelView } from '../../contract/issue-panel';

// UI Kit passes a group's label on by this name alone, which Atlaskit beneath it has deprecated.
const labelledByMethod = { 'aria-labelledby': 'method-label' };

/** The address of whom to verify: the request's reporter, or somebody whom the agent types in. */
export function EmailField({ form, requester }: { form: SendForm; requester: PanelView['requester'] }) {
  const { t } = useLanguage();
  const fieldError = useFieldError();
  const { email } = requester;
  const isRequester = email !== undefined && isSame(form.values.email, email);
  return (
    <Stack space="space.050">
      <Field
        id="email"
        label={t('send.email.label')}
        isRequired
        help={emailHelp(t, form.values.email, requester)}
        error={fieldError(form.fault('email'), t('send.email.label'))}
      >
        <Textfield {...input(form, 'email', 'email')} />
      </Field>
      {email !== undefined && !isRequester && (
        <Inline>
          <Button appearance="subtle" spacing="compact" onClick={() => form.set('email', email)}>
            {t('send.email.useReporter')}
          </Button>
        </Inline>
      )}
    </Stack>
  );
}

function emailHelp(t: Language['t'], typed: string, requester: PanelView['requester']): string {
  const { email, displayName: name } = requester;
  if (email === undefined) {
    return name === undefined ? t('send.email.hidden.unnamed') : t('send.email.hidden.named', { name });
  }
  if (isSame(typed, email)) {
    return name === undefined
      ? t('send.email.fromRequest.unnamed')
      : t('send.email.fromRequest.named', { name });
  }
  if (typed.trim() === '') return t('send.email.help');
  return name === undefined
    ? t('send.email.typed.unnamed', { email })
    : t('send.email.typed.named', { name, email });
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** SMS or email. */
export function MethodField({ form }: { form: SendForm }) {
  const { t } = useLanguage();
  return (
    <Stack space="space.050">
      <Label labelFor="method" id="method-label">
        {t('send.method.label')}
      </Label>
      <RadioGroup
        name="method"
        {...labelledByMethod}
        value={form.values.method}
        options={[
          { name: 'method', value: 'sms', label: t('send.method.sms') },
          { name: 'method', value: 'email', label: t('send.method.email') },
        ]}
        onChange={form.change('method')}
      />
    </Stack>
  );
}

interface PhoneFieldProps {
  form: SendForm;
  autoFocus: boolean;
  /** Of numbers without a country code; empty: they need their own. */
  defaultCountry: string;
}

export function PhoneField({ form, autoFocus, defaultCountry }: PhoneFieldProps) {
  const language = useLanguage();
  const { t } = language;
  const fieldError = useFieldError();
  const read = useReadNumber(form.values.phone, defaultCountry);
  const error = fieldError(form.fault('phone'), t('send.phone.label'));
  return (
    <Stack space="space.050">
      <Field
        id="phone"
        label={t('send.phone.label')}
        isRequired
        help={error === undefined ? phoneHelp(language, read, defaultCountry) : undefined}
        error={error}
      >
        <Textfield {...input(form, 'phone', 'phone')} autoFocus={autoFocus} />
      </Field>
      {form.fault('phone') === 'unlikely-phone-number' && (
        <Checkbox
          name="isNumberConfirmed"
          label={t('send.phone.confirm')}
          isChecked={form.isNumberConfirmed}
          onChange={(event) => form.confirmNumber(event.target.checked === true)}
        />
      )}
    </Stack>
  );
}

/** What the number that is typed is read as, or how to type one. */
function phoneHelp({ t, country }: Language, read: NumberView | undefined, defaultCountry: string): string {
  if (read) return read.country === undefined ? read.number : `${read.number} · ${country(read.country)}`;
  if (defaultCountry === '') return t('send.phone.help');
  return t('send.phone.help.national', { country: country(defaultCountry) });
}

export function AlternateEmailField({ form }: { form: SendForm }) {
  const { t } = useLanguage();
  const fieldError = useFieldError();
  return (
    <Field
      id="alternate-email"
      label={t('send.alternate.label')}
      help={t('send.alternate.help')}
      error={fieldError(form.fault('alternateEmail'))}
    >
      <Textfield {...input(form, 'alternateEmail', 'alternate-email')} placeholder={form.values.email} />
    </Field>
  );
}

/** Why the link shall go to a number or address that is not on record. */
export function ReasonField({ form }: { form: SendForm }) {
  const { t } = useLanguage();
  const fieldError = useFieldError();
  return (
    <Field
      id="reason"
      label={t('send.reason.label')}
      isRequired
      help={t('send.reason.help')}
      error={fieldError(form.fault('reason'), t('send.reason.label'))}
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
