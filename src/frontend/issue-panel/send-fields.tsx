import { Button, Checkbox, Inline, Label, RadioGroup, Stack, Text, Textfield } from '@forge/react';
import { useState } from 'react';
import { isSameAddress } from '../../contract/address-shape';
import { Field } from '../components/field';
import { useFieldError } from '../components/use-field-error';
import { useFocus } from '../components/use-focus';
import { useLanguage } from '../language/users-language';
import { useReadNumber } from './use-read-number';
import type { Language } from '../language/language';
import type { FieldName } from './send-values';
import type { SendForm } from './use-send-form';
import type { NumberView, PanelView } from '../../contract/issue-panel';

// UI Kit's types know no id of a group, and `aria-labelledby` cannot name a label, whose id UI Kit changes. By its id
// the label finds the group as it finds an input.
const labelledGroup = { id: 'method' };

/** The address of whom to verify: the request's reporter, or somebody whom the agent types in. */
export function EmailField({ form, requester }: { form: SendForm; requester: PanelView['requester'] }) {
  const { t } = useLanguage();
  const fieldError = useFieldError();
  const { email } = requester;
  const isRequester = email !== undefined && isSameAddress(form.values.email, email);
  const led = useFocus();
  const takeReporters = (address: string) => {
    form.set('email', address);
    // The button goes.
    led.on('email');
  };
  return (
    <Stack space="space.050">
      <Field
        id="email"
        label={t('send.email.label')}
        isRequired
        help={emailHelp(t, form.values.email, requester)}
        error={fieldError(form.fault('email'), t('send.email.label'))}
      >
        <Textfield
          key={led.keyOf('email')}
          {...input(form, 'email', 'email')}
          autoFocus={form.firstFocus === 'email' || led.propsOf('email').autoFocus}
        />
      </Field>
      {email !== undefined && !isRequester && (
        <Inline>
          <Button appearance="subtle" spacing="compact" onClick={() => takeReporters(email)}>
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
  if (isSameAddress(typed, email)) {
    return name === undefined
      ? t('send.email.fromRequest.unnamed')
      : t('send.email.fromRequest.named', { name });
  }
  if (typed.trim() === '') return t('send.email.help');
  return name === undefined
    ? t('send.email.typed.unnamed', { email })
    : t('send.email.typed.named', { name, email });
}

/** SMS or email. */
export function MethodField({ form }: { form: SendForm }) {
  const { t } = useLanguage();
  return (
    <Stack space="space.050">
      <Label labelFor="method">{t('send.method.label')}</Label>
      <RadioGroup
        name="method"
        {...labelledGroup}
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
  /** Of numbers without a country code; empty: they need their own. */
  defaultCountry: string;
}

export function PhoneField({ form, defaultCountry }: PhoneFieldProps) {
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
        <Textfield {...input(form, 'phone', 'phone')} autoFocus={form.firstFocus === 'phone'} />
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

/** The address in place of the corporate one, where somebody asks for that. */
export function AlternateEmailField({ form }: { form: SendForm }) {
  const { t } = useLanguage();
  const fieldError = useFieldError();
  const { email, alternateEmail } = form.values;
  const [isOpen, setIsOpen] = useState(alternateEmail !== '');
  if (!isOpen) {
    return (
      <Stack space="space.050">
        <Text>{t('send.corporateOnly')}</Text>
        <Inline>
          <Button appearance="subtle" spacing="compact" onClick={() => setIsOpen(true)}>
            {t('send.alternate.label')}
          </Button>
        </Inline>
      </Stack>
    );
  }
  return (
    <Field
      id="alternate-email"
      label={t('send.alternate.label')}
      help={t('send.alternate.help')}
      error={fieldError(form.fault('alternateEmail'))}
    >
      <Textfield
        {...input(form, 'alternateEmail', 'alternate-email')}
        placeholder={email}
        autoFocus={alternateEmail === ''}
      />
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
      <Textfield {...input(form, 'reason', 'reason')} autoFocus={form.firstFocus === 'reason'} />
    </Field>
  );
}

function input(form: SendForm, name: Exclude<FieldName, 'method'>, id: string) {
  return {
    id,
    name,
    value: form.values[name],
    isInvalid: form.fault(name) !== undefined,
    isReadOnly: form.isSending,
    onFocus: form.focus.controls.onFocus,
    onChange: form.change(name),
    onBlur: form.leave(name),
  };
}
