import { Textfield } from '@forge/react';
import { settingRanges } from '../../contract/setting-ranges';
import { Field } from '../components/field';
import { useLanguage } from '../language/users-language';
import type { SettingsModel } from './use-settings';

interface NumberFieldProps {
  id: string;
  /** Whose range it has. */
  name: keyof typeof settingRanges;
  /** By which name it is marked as wrong, if not by its own. */
  fault?: string;
  label: string;
  /** NaN while what is typed is no number. */
  value: number;
  help?: string;
  model: SettingsModel;
  onChange: (value: number) => void;
}

/** A whole number among the settings. */
export function NumberField({
  id,
  name,
  fault = name,
  label,
  value,
  help,
  model,
  onChange,
}: NumberFieldProps) {
  const { t } = useLanguage();
  const isWrong = model.faults[fault] !== undefined;
  const { least, most } = settingRanges[name];
  return (
    <Field
      id={id}
      label={label}
      help={help}
      error={isWrong ? t('settings.field.number', { least, most }) : undefined}
    >
      <Textfield
        id={id}
        name={id}
        type="number"
        width="small"
        value={Number.isNaN(value) ? '' : String(value)}
        isInvalid={isWrong}
        onChange={(event) => {
          onChange(Number.parseFloat(String(event.target.value)));
        }}
      />
    </Field>
  );
}
