import { useState } from 'react';
import { hasEmailShape, hasPhoneShape } from '../../contract/address-shape';
import type { WireError } from '../../contract/answer';
import type { PanelView, SendLinkForm } from '../../contract/issue-panel';

interface Values {
  email: string;
  method: string;
  phone: string;
  alternateEmail: string;
}

interface ChangeEvent {
  target: { value?: string | number | undefined };
}

interface SendFormInput {
  view: PanelView;
  send: (form: SendLinkForm) => Promise<WireError | undefined>;
  onSent: () => void;
}

export interface SendForm {
  values: Values;
  error: WireError | undefined;
  isSending: boolean;
  change: (name: keyof Values) => (event: ChangeEvent) => void;
  submit: () => Promise<void>;
}

/** What is being entered to have a link sent, and the sending. */
export function useSendForm({ view, send, onSent }: SendFormInput): SendForm {
  const [values, setValues] = useState<Values>(() => startValues(view));
  const [error, setError] = useState<WireError>();
  const [isSending, setIsSending] = useState(false);

  const change = (name: keyof Values) => (event: ChangeEvent) => {
    setValues((before) => ({ ...before, [name]: String(event.target.value ?? '') }));
  };

  const submit = async () => {
    if (isSending) return;
    const fields = wrongShapes(values);
    if (Object.keys(fields).length > 0) {
      setError({ code: 'invalid-input', fields });
      return;
    }
    setIsSending(true);
    const failure = await send(toForm(values));
    setIsSending(false);
    setError(failure);
    if (!failure) onSent();
  };

  return { values, error, isSending, change, submit };
}

function startValues({ verification, requester, deliveryMethod }: PanelView): Values {
  const email = verification?.subject.email ?? requester.email ?? '';
  return { email, method: deliveryMethod, phone: '', alternateEmail: '' };
}

/** What can be told to be wrong without asking the server. */
function wrongShapes({ email, method, phone, alternateEmail }: Values): Record<string, string> {
  const fields: Record<string, string> = {};
  if (!hasEmailShape(email)) fields['email'] = email.trim() === '' ? 'required' : 'not-an-email';
  if (method === 'sms' && !hasPhoneShape(phone)) {
    fields['phone'] = phone.trim() === '' ? 'required' : 'not-a-phone-number';
  }
  if (method === 'email' && alternateEmail.trim() !== '' && !hasEmailShape(alternateEmail)) {
    fields['alternateEmail'] = 'not-an-email';
  }
  return fields;
}

function toForm({ email, method, phone, alternateEmail }: Values): SendLinkForm {
  return method === 'sms' ? { email, method: 'sms', phone } : { email, method: 'email', alternateEmail };
}
