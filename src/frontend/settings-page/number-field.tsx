import { Textfield } from '@forge/react';
import { Field } from '../components/field';
import { useLanguage } from '../language/users-language';

interface NumberFieldProps {
  id: string;
  label: string;
  least: number;
  most: number;
  /** NaN while what is typed is no number. */
  value: number;
  help?: string;
  error: string | undefined;
  onChange: (value: number) => void;
}

/** A whole number between two others. */
export function NumberField({ id, label, least, most, value, help, error, onChange }: NumberFieldProps) {
  const { t } = useLanguage();
  return (
    <Field id={id} label={label} help={help} error={error && t('settings.field.number', { least, most })}>
      <Textfield
        id={id}
        name={id}
        type="number"
        width="small"
        value={Number.isNaN(value) ? '' : String(value)}
        isInvalid={error !== undefined}
        onChange={(event) => {
          onChange(Number.parseFloat(String(event.target.value)));
        }}
      />
    </Field>
  );
}
