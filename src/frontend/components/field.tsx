import { ErrorMessage, HelperMessage, Label, RequiredAsterisk, Stack } from '@forge/react';
import type { ReactNode } from 'react';

interface FieldProps {
  /** Id of the control inside. */
  id: string;
  label: string;
  isRequired?: boolean;
  help?: string | undefined;
  error?: string | undefined;
  children: ReactNode;
}

/** A form control with its label above, and what is wrong or helpful below. */
export function Field({ id, label, isRequired = false, help, error, children }: FieldProps) {
  return (
    <Stack space="space.0">
      <Label labelFor={id}>
        {label}
        {isRequired && <RequiredAsterisk />}
      </Label>
      {children}
      {help && <HelperMessage>{help}</HelperMessage>}
      {error && <ErrorMessage>{error}</ErrorMessage>}
    </Stack>
  );
}
