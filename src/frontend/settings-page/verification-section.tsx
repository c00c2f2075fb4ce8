import { Select } from '@forge/react';
import { settingRanges } from '../../contract/setting-ranges';
import { Columns } from '../components/columns';
import { Field } from '../components/field';
import { useLanguage } from '../language/users-language';
import { methods } from './choices';
import { ChoiceSetting, NumberSetting } from './one-setting';
import { Section } from './section';
import type { SectionProps } from './section';

/** *Verification Settings* */
export function VerificationSection(props: SectionProps) {
  const { t } = useLanguage();
  const { least, most } = settingRanges.linkValidityMinutes;
  return (
    <Section title={t('settings.verification.title')}>
      <Columns>
        <NumberSetting
          name="linkValidityMinutes"
          help={t('settings.help.linkValidityMinutes', { least, most })}
          {...props}
        />
        <NumberSetting name="passCountsMinutes" help={t('settings.help.passCountsMinutes')} {...props} />
        <ChoiceSetting name="deliveryMethod" options={methods(t)} {...props} />
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
