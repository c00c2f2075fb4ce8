import { Field } from '../components/field';
import { fieldError } from '../components/field-words';
import { Choice } from './choice';
import { methods } from './choices';
import { NumberField } from './number-field';
import { Section } from './section';
import type { SectionProps } from './settings-page';

/** *Verification Settings* */
export function VerificationSection({ model, form }: SectionProps) {
  const fields = model.error?.fields;
  return (
    <Section title="Verification Settings">
      <NumberField
        id="linkValidityMinutes"
        label="Link expiry (minutes)"
        help="How long the verification link remains valid, 5 to 60 minutes"
        least={5}
        most={60}
        value={form.linkValidityMinutes}
        error={fields?.['linkValidityMinutes']}
        onChange={(linkValidityMinutes) => {
          model.change({ linkValidityMinutes });
        }}
      />
      <Field
        id="deliveryMethod"
        label="Default delivery method"
        error={fieldError(fields?.['deliveryMethod'])}
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
      <NumberField
        id="passCountsMinutes"
        label="A pass counts for (minutes)"
        help="An older pass is shown as “Passed earlier, verify again”"
        least={5}
        most={1440}
        value={form.passCountsMinutes}
        error={fields?.['passCountsMinutes']}
        onChange={(passCountsMinutes) => {
          model.change({ passCountsMinutes });
        }}
      />
    </Section>
  );
}
