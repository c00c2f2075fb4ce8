import { Select } from '@forge/react';
import { settingRanges } from '../../contract/setting-ranges';
import { Columns } from '../components/columns';
import { Field } from '../components/field';
import { useLanguage } from '../language/users-language';
import { Choice } from './choice';
import { methods } from './choices';
import { NumberField } from './number-field';
import { Section } from './section';
import type { SectionProps } from './section';

/** *Verification Settings* */
export function VerificationSection(props: SectionProps) {
  const { model, form } = props;
  const { t } = useLanguage();
  const { least, most } = settingRanges.linkValidityMinutes;
  return (
    <Section title={t('settings.verification.title')}>
      <Columns>
        <NumberField
          id="linkValidityMinutes"
          name="linkValidityMinutes"
          label={t('settings.name.linkValidityMinutes')}
          help={t('settings.help.linkValidityMinutes', { least, most })}
          value={form.linkValidityMinutes}
          model={model}
          onChange={(linkValidityMinutes) => {
            model.change({ linkValidityMinutes });
          }}
        />
        <NumberField
          id="passCountsMinutes"
          name="passCountsMinutes"
          label={t('settings.name.passCountsMinutes')}
          help={t('settings.help.passCountsMinutes')}
          value={form.passCountsMinutes}
          model={model}
          onChange={(passCountsMinutes) => {
            model.change({ passCountsMinutes });
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
        <DefaultCountry {...props} />
      </Columns>
    </Section>
  );
}

function DefaultCountry({ model, saved, form }: SectionProps) {
  const { t, country } = useLanguage();
  const countries = saved.countries
    .map((code) => ({ value: code, label: country(code) }))
    .sort((one, other) => one.label.localeCompare(other.label));
  const options = [{ value: '', label: t('settings.defaultCountry.none') }, ...countries];
  return (
    <Field
      id="defaultCountry"
      label={t('settings.name.defaultCountry')}
      help={t('settings.help.defaultCountry')}
    >
      <Select
        inputId="defaultCountry"
        name="defaultCountry"
        options={options}
        value={options.find(({ value }) => value === form.defaultCountry)}
        onChange={(chosen: { value: string }) => {
          model.change({ defaultCountry: chosen.value });
        }}
      />
    </Field>
  );
}
