import { Checkbox } from '@forge/react';
import { Field } from '../components/field';
import { useLanguage } from '../language/users-language';
import { Choice } from './choice';
import { NumberField } from './number-field';
import type { SectionProps } from './section';
import type { SettingsForm } from '../../contract/settings-page';

interface NumberSettingProps extends Pick<SectionProps, 'model' | 'form'> {
  name: 'linkValidityMinutes' | 'passCountsMinutes' | 'retentionDays';
  help: string;
}

/** A setting that is a whole number. */
export function NumberSetting({ name, help, model, form }: NumberSettingProps) {
  const { t } = useLanguage();
  return (
    <NumberField
      id={name}
      name={name}
      label={t(`settings.name.${name}`)}
      help={help}
      value={form[name]}
      model={model}
      onChange={(value) => model.change({ [name]: value })}
    />
  );
}

interface FlagSettingProps extends Pick<SectionProps, 'model' | 'form'> {
  name: 'doDemoResultsMoveTickets' | 'doOthersMoveTickets' | 'isEmployeeTold';
}

/** A setting that is on or off. */
export function FlagSetting({ name, model, form }: FlagSettingProps) {
  const { t } = useLanguage();
  return (
    <Checkbox
      name={name}
      label={t(`settings.name.${name}`)}
      isChecked={form[name]}
      onChange={(event) => model.change({ [name]: event.target.checked === true })}
    />
  );
}

type ChoiceName = 'deliveryMethod' | 'typedDestinations' | 'identityChange' | 'missingIdentity';

interface ChoiceSettingProps<Name extends ChoiceName> extends Pick<SectionProps, 'model' | 'form'> {
  name: Name;
  options: readonly { value: SettingsForm[Name]; label: string }[];
  help?: string;
}

/** A setting that is one of a few values. */
export function ChoiceSetting<Name extends ChoiceName>(props: ChoiceSettingProps<Name>) {
  const { options, help, model, form } = props;
  const { t } = useLanguage();
  const name: ChoiceName = props.name;
  return (
    <Field id={name} label={t(`settings.name.${name}`)} help={help}>
      <Choice
        id={name}
        options={options}
        value={form[props.name]}
        onChange={(value) => model.change({ [name]: value })}
      />
    </Field>
  );
}
