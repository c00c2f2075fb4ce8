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

/** In one piece, so that what changes together is drawn together. */
interface Entry {
  values: Values;
  /** The code of what is wrong with a field, once somebody has been there. */
  faults: Record<string, string>;
  /** Why the last try failed, unless a field was to blame. */
  error: WireError | undefined;
  isSending: boolean;
  /** Whether the agent confirmed a number that looks unused. */
  isNumberConfirmed: boolean;
  firstFocus: FirstFocus;
}

export interface SendForm extends Omit<Entry, 'faults'> {
  /** Whether another agent has a link sent at the moment. */
  isOtherSending: boolean;
  focus: FormFocus;
  /** The code of what is wrong with a field. */
  fault: (name: FieldName) => string | undefined;
  change: (name: FieldName) => (event: ChangeEvent) => void;
  set: (name: FieldName, value: string) => void;
  confirmNumber: (isConfirmed: boolean) => void;
  /** To be called when a field is left. */
  leave: (name: FieldName) => () => void;
  submit: () => Promise<void>;
}

/** What is being entered to have a link sent, and the sending. What was typed stays when sending fails. */
export function useSendForm({ view, newLink, focus, takesFocus }: SendFormInput): SendForm {
  const { value, current, update } = useCurrentState<Entry>(() => {
    const values = startValues(view, newLink.last);
    const firstFocus = takesFocus ? firstGap(values, view) : undefined;
    return { values, firstFocus, faults: {}, error: undefined, isSending: false, isNumberConfirmed: false };
  });
  const isOtherSending = view.attempt?.state === 'sending' && !newLink.isSending;

  const enter = (change: (before: Entry) => Partial<Entry>) => {
    focus.enter();
    newLink.touch();
    update((before) => ({ ...before, error: undefined, firstFocus: undefined, ...change(before) }));
  };
  const set = (name: FieldName, text: string) =>
    enter(({ values, isNumberConfirmed, faults: { [name]: _, ...faults } }) => ({
      values: { ...values, [name]: text },
      isNumberConfirmed: isNumberConfirmed && name !== 'phone',
      faults,
    }));

  const leave = (name: FieldName) => () => {
    focus.controls.onBlur();
    const fault = wrongShapes(current().values, view)[name];
    // Who only passes through an empty field is not told off for it.
    if (fault === undefined || fault === 'required') return;
    update((before) => ({ ...before, faults: { ...before.faults, [name]: fault } }));
  };

  const submit = async () => {
    const { values, isSending, isNumberConfirmed } = current();
    if (isSending || isOtherSending) return;
    focus.enter();
    const faults = wrongValues(values, view);
    const isComplete = Object.keys(faults).length === 0;
    update((before) => ({ ...before, faults, isSending: isComplete }));
    if (!isComplete) return;
    const failure = await newLink.send(toForm(values, isNumberConfirmed));
    const error = failure?.code === 'invalid-input' ? undefined : failure;
    update((before) => ({ ...before, faults: failure?.fields ?? {}, error, isSending: false }));
  };

  const { faults, ...shown } = value;
  return {
    ...{ ...shown, isOtherSending, focus, set, leave, submit },
    confirmNumber: (isConfirmed) => enter(() => ({ isNumberConfirmed: isConfirmed })),
    fault: (name) => faults[name],
    change: (name) => (event) => set(name, String(event.target.value ?? '')),
  };
}
