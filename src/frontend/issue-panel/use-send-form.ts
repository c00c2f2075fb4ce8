import { useEffect, useRef, useState } from 'react';
import { hasEmailShape, hasPhoneShape } from '../../contract/address-shape';
import { plainValue, plainWords } from '../../contract/typed-text';
import { useCurrentState } from '../components/use-current-state';
import type { WireError } from '../../contract/answer';
import type { PanelView, SendLinkForm } from '../../contract/issue-panel';

interface Values {
  email: string;
  method: string;
  phone: string;
  alternateEmail: string;
  /** Why the destination is typed. */
  reason: string;
}

export type FieldName = keyof Values;

interface ChangeEvent {
  target: { value?: string | number | undefined };
}

interface SendFormInput {
  view: PanelView;
  send: (form: SendLinkForm) => Promise<WireError | undefined>;
  /** Called when a link was sent, unless the form is gone by then. */
  onSent: () => void;
  /** Called when something is entered. */
  onTouch: () => void;
}

export interface SendForm {
  values: Values;
  /** Why the last try failed, unless a field was to blame. */
  error: WireError | undefined;
  isSending: boolean;
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
export function useSendForm({ view, send, onSent, onTouch }: SendFormInput): SendForm {
  const entered = useCurrentState<Values>(() => startValues(view));
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [error, setError] = useState<WireError>();
  const isSending = useCurrentState(() => false);
  const isNumberConfirmed = useCurrentState(() => false);
  const isThere = useIsThere();

  const set = (name: FieldName, value: string) => {
    onTouch();
    entered.update((before) => ({ ...before, [name]: value }));
    if (name === 'phone') isNumberConfirmed.update(() => false);
    setFaults(({ [name]: _, ...others }) => others);
  };

  const leave = (name: FieldName) => () => {
    const fault = wrongShapes(entered.current(), view)[name];
    // Who only passes through an empty field is not told off for it.
    if (fault !== undefined && fault !== 'required') setFaults((before) => ({ ...before, [name]: fault }));
  };

  const submit = async () => {
    if (isSending.current()) return;
    const values = entered.current();
    const wrong = wrongShapes(values, view);
    if (isReasonMissing(values, view)) wrong['reason'] = 'required';
    setFaults(wrong);
    if (Object.keys(wrong).length > 0) return;
    isSending.update(() => true);
    const failure = await send(toForm(values, isNumberConfirmed.current()));
    isSending.update(() => false);
    setFaults(failure?.fields ?? {});
    setError(failure?.code === 'invalid-input' ? undefined : failure);
    if (!failure && isThere()) onSent();
  };

  return {
    values: entered.value,
    error,
    isSending: isSending.value,
    set,
    isNumberConfirmed: isNumberConfirmed.value,
    confirmNumber: (isConfirmed) => isNumberConfirmed.update(() => isConfirmed),
    leave,
    submit,
    fault: (name) => faults[name],
    change: (name) => (event) => set(name, String(event.target.value ?? '')),
  };
}

/** Whether the component is still shown. */
function useIsThere(): () => boolean {
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);
  return () => isThere.current;
}

function startValues({ verification, requester, deliveryMethod, typedDestinations }: PanelView): Values {
  const email = verification?.subject.email ?? requester.email ?? '';
  const method = typedDestinations === 'not-allowed' ? 'email' : deliveryMethod;
  return { email, method, phone: '', alternateEmail: '', reason: '' };
}

/** Whether the link goes where the agent typed rather than to the corporate address. */
export function isTyped({ method, alternateEmail }: Values): boolean {
  return method === 'sms' || plainValue(alternateEmail) !== '';
}

function isReasonMissing(values: Values, { typedDestinations }: PanelView): boolean {
  return typedDestinations === 'with-reason' && isTyped(values) && plainWords(values.reason) === '';
}

/** What can be told to be wrong without asking the server. */
function wrongShapes(
  { email, method, phone, alternateEmail }: Values,
  { defaultCountry }: PanelView,
): Record<string, string> {
  const fields: Record<string, string> = {};
  if (!hasEmailShape(email)) fields['email'] = plainValue(email) === '' ? 'required' : 'not-an-email';
  if (method === 'sms' && !hasPhoneShape(phone, defaultCountry !== '')) {
    fields['phone'] = plainValue(phone) === '' ? 'required' : 'not-a-phone-number';
  }
  if (method === 'email' && plainValue(alternateEmail) !== '' && !hasEmailShape(alternateEmail)) {
    fields['alternateEmail'] = 'not-an-email';
  }
  return fields;
}

function toForm(
  { email, method, phone, alternateEmail, reason }: Values,
  isNumberConfirmed: boolean,
): SendLinkForm {
  return method === 'sms'
    ? { email, method: 'sms', phone, isNumberConfirmed, reason }
    : { email, method: 'email', alternateEmail, reason };
}
