import { Checkbox } from '@forge/react';
import { Field } from '../components/field';
import { useLanguage } from '../language/users-language';
import { Choice } from './choice';
import { methods, missingIdentities } from './choices';
import { NumberField } from './number-field';
import { Section } from './section';
import type { SectionProps } from './section';

/** *Verification Settings* */
export function VerificationSection({ model, form }: SectionProps) {
  const { t } = useLanguage();
  const fields = model.error?.fields;
  return (
    <Section title={t('settings.verification.title')}>
      <NumberField
        id="linkValidityMinutes"
        label={t('settings.name.linkValidityMinutes')}
        help={t('settings.help.linkValidityMinutes', { least: 5, most: 60 })}
        least={5}
        most={60}
        value={form.linkValidityMinutes}
        error={fields?.['linkValidityMinutes']}
        onChange={(linkValidityMinutes) => {
          model.change({ linkValidityMinutes });
        }}
      />
      <Field id="deliveryMethod" label={t('settings.name.deliveryMethod')}>
        <Choice
          id="deliveryMethod"
          options={methods(t)}
          value={form.deliveryMethod}
          onChange={(deliveryMethod) => {
            model.change({ deliveryMethod });
          }}
        />
      </Field>
      <NumberField
        id="passCountsMinutes"
        label={t('settings.name.passCountsMinutes')}
        help={t('settings.help.passCountsMinutes')}
        least={5}
        most={1440}
        value={form.passCountsMinutes}
        error={fields?.['passCountsMinutes']}
        onChange={(passCountsMinutes) => {
          model.change({ passCountsMinutes });
        }}
      />
      <Field id="missingIdentity" label={t('settings.name.missingIdentity')}>
        <Choice
          id="missingIdentity"
          options={missingIdentities(t)}
          value={form.missingIdentity}
          onChange={(missingIdentity) => {
            model.change({ missingIdentity });
          }}
        />
      </Field>
      <Checkbox
        name="doOthersMoveTickets"
        label={t('settings.name.doOthersMoveTickets')}
        isChecked={form.doOthersMoveTickets}
        onChange={(event) => {
          model.change({ doOthersMoveTickets: event.target.checked === true });
        }}
      />
    </Section>
  );
}
