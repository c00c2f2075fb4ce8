import { Textfield } from '@forge/react';
import { Field } from '../components/field';
import { useFieldError } from '../components/use-field-error';

interface TextInputProps {
  id: string;
  label: string;
  help?: string;
  value: string;
  onChange: (value: string) => void;
  /** The code of what is wrong with it. */
  error: string | undefined;
}

/** A line of text that must not be left empty. */
export function TextInput({ id, label, help, value, onChange, error }: TextInputProps) {
  const fieldError = useFieldError();
  return (
    <Field id={id} label={label} help={help} isRequired error={fieldError(error, label)}>
      <Textfield
        id={id}
        name={id}
        value={value}
        isInvalid={error !== undefined}
        onChange={(event) => {
          onChange(String(event.target.value));
        }}
      />
    </Field>
  );
}
