import { useEffect, useRef, type ChangeEventHandler, type FocusEventHandler, type ReactNode } from 'react';

interface CheckboxProps {
  'aria-invalid'?: boolean;
  'aria-labelledby'?: string;
  id?: string;
  isChecked?: boolean;
  isDisabled?: boolean;
  isIndeterminate?: boolean;
  isInvalid?: boolean;
  isRequired?: boolean;
  label?: string;
  name?: string;
  onBlur?: FocusEventHandler<HTMLInputElement>;
  onChange?: ChangeEventHandler<HTMLInputElement>;
  onFocus?: FocusEventHandler<HTMLInputElement>;
  testId?: string;
  value?: string;
}

/** A checkbox that looks like Atlaskit's, whose package does not come with `@forge/react`. */
export function Checkbox(props: CheckboxProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const isIndeterminate = props.isIndeterminate ?? false;
  useEffect(() => {
    if (input.current) input.current.indeterminate = isIndeterminate;
  }, [isIndeterminate]);
  return (
    <label className="checkbox" data-disabled={props.isDisabled}>
      <input
        ref={input}
        type="checkbox"
        aria-invalid={props['aria-invalid'] ?? props.isInvalid}
        aria-labelledby={props['aria-labelledby']}
        checked={props.isChecked ?? false}
        data-testid={props.testId}
        disabled={props.isDisabled}
        id={props.id}
        name={props.name}
        required={props.isRequired}
        value={props.value}
        onBlur={props.onBlur}
        onChange={props.onChange}
        onFocus={props.onFocus}
      />
      {props.label}
    </label>
  );
}
