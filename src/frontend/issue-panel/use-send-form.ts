import { useState } from 'react';
import { useCurrentState } from '../components/use-current-state';
import { firstGap, startValues, toForm, wrongShapes, wrongValues } from './send-values';
import type { FieldName, FirstFocus, Values } from './send-values';
import type { FormFocus } from './use-form-focus';
import type { NewLink } from './use-new-link';
import type { WireError } from '../../contract/answer';
import type { PanelView } from '../../contract/issue-panel';

interface ChangeEvent {
  target: { value?: string | number | undefined };
}

interface SendFormInput {
  view: PanelView;
  newLink: NewLink;
  focus: FormFocus;
  /** Whether the form was asked for, so that it takes the focus. */
  takesFocus: boolean;
}

export interface SendForm {
  values: Values;
  /** Why the last try failed, unless a field was to blame. */
  error: WireError | undefined;
  isSending: boolean;
  /** Whether another agent has a link sent at the moment. */
  isOtherSending: boolean;
  firstFocus: FirstFocus;
  focus: FormFocus;
  /** The code of what is wrong with a field, once somebody has been there. */
  fault: (name: FieldName) => string | undefined;
  change: (name: FieldName) => (event: ChangeEvent) => void;
  set: (name: FieldName, value: string) => void;
  /** Whether the agent confirmed a number that looks unused. */
  isNumberConfirmed: boolean;
  confirmNumber: (isConfirmed: boolean) => void;
  /** To be called when a field is left. */
  leave: (name: FieldName) => () => void;
  submit: () => Promise<void>;
}

/** What is being entered to have a link sent, and the sending. What was typed stays when sending fails. */
export function useSendForm({ view, newLink, focus, takesFocus }: SendFormInput): SendForm {
  const [firstFocus, setFirstFocus] = useState<FirstFocus>(() =>
    takesFocus ? firstGap(startValues(view, newLink.last), view) : undefined,
  );
  const [error, setError] = useState<WireError>();
  const entry = useEntry(
    () => startValues(view, newLink.last),
    () => {
      focus.enter();
      newLink.touch();
      setError(undefined);
      setFirstFocus(undefined);
    },
  );
  const { entered, isNumberConfirmed, faults, setFaults, set } = entry;
  const isSending = useCurrentState(() => false);
  const isOtherSending = view.attempt?.state === 'sending' && !newLink.isSending;

  const leave = (name: FieldName) => () => {
    focus.controls.onBlur();
    const fault = wrongShapes(entered.current(), view)[name];
    // Who only passes through an empty field is not told off for it.
    if (fault !== undefined && fault !== 'required') setFaults((before) => ({ ...before, [name]: fault }));
  };

  const submit = async () => {
    if (isSending.current() || isOtherSending) return;
    focus.enter();
    const values = entered.current();
    const wrong = wrongValues(values, view);
    setFaults(wrong);
    if (Object.keys(wrong).length > 0) return;
    isSending.update(() => true);
    const failure = await newLink.send(toForm(values, isNumberConfirmed.current()));
    isSending.update(() => false);
    setFaults(failure?.fields ?? {});
    setError(failure?.code === 'invalid-input' ? undefined : failure);
  };

  return {
    ...{ error, isOtherSending, firstFocus, focus, set, leave, submit },
    values: entered.value,
    isSending: isSending.value,
    isNumberConfirmed: isNumberConfirmed.value,
    confirmNumber: entry.confirmNumber,
    fault: (name) => faults[name],
    change: (name) => (event) => set(name, String(event.target.value ?? '')),
  };
}

/** What stands in the fields, and what is wrong there. */
function useEntry(initial: () => Values, onTouch: () => void) {
  const entered = useCurrentState(initial);
  const isNumberConfirmed = useCurrentState(() => false);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const set = (name: FieldName, value: string) => {
    onTouch();
    entered.update((before) => ({ ...before, [name]: value }));
    if (name === 'phone') isNumberConfirmed.update(() => false);
    setFaults(({ [name]: _, ...others }) => others);
  };
  const confirmNumber = (isConfirmed: boolean) => {
    onTouch();
    isNumberConfirmed.update(() => isConfirmed);
  };
  return { entered, isNumberConfirmed, faults, setFaults, set, confirmNumber };
}
