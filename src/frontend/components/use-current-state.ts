import { useCallback, useRef, useState } from 'react';

export interface CurrentState<T> {
  /** The value as drawn. */
  value: T;
  /** The value as it is, drawn or not. */
  current: () => T;
  update: (change: (before: T) => T) => void;
}

/**
 * State that a handler can read as it is: a quick hand submits in the instant it types, when the handler drawn last
 * still holds the value of before.
 */
export function useCurrentState<T>(initial: () => T): CurrentState<T> {
  const [value, setValue] = useState(initial);
  const newest = useRef(value);
  const current = useCallback(() => newest.current, []);
  const update = useCallback((change: (before: T) => T) => {
    newest.current = change(newest.current);
    setValue(newest.current);
  }, []);
  return { value, current, update };
}
