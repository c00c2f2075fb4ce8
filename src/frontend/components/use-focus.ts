import { useState } from 'react';

/** Leads to a field: UI Kit focuses one only when it is drawn for the first time, so that it is drawn anew. */
export interface Focus {
  on: (field: string) => void;
  /** What the field's control gets, beside `key={focus.keyOf(…)}`. */
  propsOf: (field: string) => { autoFocus: boolean };
  keyOf: (field: string) => string;
}

/** The focus as a button has led it. */
export function useFocus(): Focus {
  const [led, setLed] = useState({ to: '', times: 0 });
  const isLed = (field: string) => led.to === field;
  return {
    on: (field) => setLed(({ times }) => ({ to: field, times: times + 1 })),
    propsOf: (field) => ({ autoFocus: isLed(field) }),
    keyOf: (field) => (isLed(field) ? `${field}-${led.times}` : field),
  };
}
