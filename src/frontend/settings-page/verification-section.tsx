import { Textfield } from '@forge/react';
import { Field } from '../components/field';
import { fieldError } from '../components/field-words';
import { Choice } from './choice';
import { Section } from './section';
import type { SectionProps } from './settings-page';

const methods = [
  { value: 'sms', label: 'SMS' },
  { value: 'email', label: 'Email' },
] as const;

/** *Verification Settings* */
export function VerificationSection({ model, form }: SectionProps) {
  const error = model.error?.fields?.['linkValidityMinutes'];
  return (
    <Section title="Verification Settings">
      <Field
        id="linkValidityMinutes"
        label="Link expiry (minutes)"
        help="How long the verification link remains valid, 5 to 60 minutes"
        error={error && 'Enter a whole number from 5 to 60.'}
      >
        <Textfield
          id="linkValidityMinutes"
          name="linkValidityMinutes"
          type="number"
          width="small"
          value={Number.isNaN(form.linkValidityMinutes) ? '' : String(form.linkValidityMinutes)}
          isInvalid={error !== undefined}
          onChange={(event) => {
            model.change({ linkValidityMinutes: Number.parseFloat(String(event.target.value)) });
          }}
        />
      </Field>
      <Field
        id="deliveryMethod"
        label="Default delivery method"
        error={fieldError(model.error?.fields?.['deliveryMethod'])}
      >
        <Choice
          id="deliveryMethod"
          options={methods}
          value={form.deliveryMethod}
          onChange={(deliveryMethod) => {
            model.change({ deliveryMethod });
          }}
        />
      </Field>
    </Section>
  );
}
