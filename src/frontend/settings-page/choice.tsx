import { Select } from '@forge/react';

interface ChoiceProps<Value extends string> {
  id: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
}

/** A select with one of a few fixed values. */
export function Choice<Value extends string>({ id, options, value, onChange }: ChoiceProps<Value>) {
  return (
    <Select
      inputId={id}
      name={id}
      options={options.map(({ value, label }) => ({ value, label }))}
      value={options.find((option) => option.value === value)}
      onChange={(option: { value: Value }) => {
        onChange(option.value);
      }}
    />
  );
}
