import { hasEmailShape, hasPhoneShape, isSameAddress } from '../../contract/address-shape';
import { plainValue, plainWords } from '../../contract/typed-text';
import type { PanelView, SendLinkForm } from '../../contract/issue-panel';

/** What is entered to have a link sent. */
export interface Values {
  email: string;
  method: string;
  phone: string;
  alternateEmail: string;
  /** Why the destination is typed. */
  reason: string;
}

export type FieldName = keyof Values;

/** Where the focus goes when the form opens. */
export type FirstFocus = 'email' | 'phone' | 'reason' | 'submit' | undefined;

/** What the form begins with: as the last link was sent, with where it went if it was sent here and to the same employee. */
export function startValues(view: PanelView, last: SendLinkForm | undefined): Values {
  const { verification, requester, typedDestinations } = view;
  const email = verification?.subject.email ?? requester.email ?? '';
  const method = verification?.delivery.method ?? view.deliveryMethod;
  if (typedDestinations === 'not-allowed') return { ...nowhere, email, method: 'email', reason: '' };
  return { ...destination(email, last), email, method, reason: '' };
}

const nowhere = { phone: '', alternateEmail: '' };

function destination(email: string, last: SendLinkForm | undefined): typeof nowhere {
  if (!last || !isSameAddress(last.email, email)) return nowhere;
  return { phone: last.phone ?? '', alternateEmail: last.alternateEmail ?? '' };
}

/** What is missing in the form; where nothing is, it can be sent. */
export function firstGap(values: Values, view: PanelView): FirstFocus {
  const { email, method, phone } = values;
  if (email === '') return 'email';
  if (method === 'sms' && phone === '') return 'phone';
  return isReasonMissing(values, view) ? 'reason' : 'submit';
}

/** Whether the link goes where the agent typed rather than to the corporate address. */
export function isTyped({ method, alternateEmail }: Values): boolean {
  return method === 'sms' || plainValue(alternateEmail) !== '';
}

/** What is wrong with what was entered, as far as that can be told without asking the server. */
export function wrongValues(values: Values, view: PanelView): Record<string, string> {
  const wrong = wrongShapes(values, view);
  return isReasonMissing(values, view) ? { ...wrong, reason: 'required' } : wrong;
}

function isReasonMissing(values: Values, { typedDestinations }: PanelView): boolean {
  return typedDestinations === 'with-reason' && isTyped(values) && plainWords(values.reason) === '';
}

/** Which values have the wrong shape. */
export function wrongShapes(
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

/** The form as it is sent. */
export function toForm(
  { email, method, phone, alternateEmail, reason }: Values,
  isNumberConfirmed: boolean,
): SendLinkForm {
  return method === 'sms'
    ? { email, method: 'sms', phone, isNumberConfirmed, reason }
    : { email, method: 'email', alternateEmail, reason };
}
