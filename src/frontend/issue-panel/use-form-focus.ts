import { useMemo, useRef } from 'react';

/** Whether the focus is in a form, as far as its controls tell; radio buttons do not. */
export interface FormFocus {
  /** What each control gets. */
  controls: { onFocus: () => void; onBlur: () => void };
  /** To be called when a button of the form is pressed: not every browser gives it the focus. */
  enter: () => void;
  isInside: () => boolean;
}

/**
 * Knows whether the focus is in the form that is open. When the form closes, the next button takes the focus if so, and
 * leaves it alone while the user works elsewhere on the page.
 */
export function useFormFocus(): FormFocus {
  const isInside = useRef(false);
  return useMemo(() => {
    const enter = () => {
      isInside.current = true;
    };
    const leave = () => {
      isInside.current = false;
    };
    return { controls: { onFocus: enter, onBlur: leave }, enter, isInside: () => isInside.current };
  }, []);
}
