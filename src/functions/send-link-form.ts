import { parsePhoneNumberFromString } from 'libphonenumber-js';
import * as z from 'zod/mini';
import { maskEmail, maskPhone } from '../contract/mask';
import { AppError } from '../verification/app-error';
import { emailField, requiredText } from './decode';
import { normalizeEmail } from '../verification/verification';
import type { SendLink } from '../verification/send-link';

const reason = z.optional(z.string().check(z.trim(), z.maxLength(200, 'too-long')));
/** As a form sends what was left empty. */
const nothing = z.pipe(
  z.literal(''),
  z.transform(() => undefined),
);

/** What an agent enters to have a link sent. */
export const sendLinkForm = z.discriminatedUnion('method', [
  z.object({
    method: z.literal('sms'),
    email: emailField,
    phone: requiredText(),
    reason,
  }),
  z.object({
    method: z.literal('email'),
    email: emailField,
    alternateEmail: z.optional(z.union([nothing, emailField])),
    reason,
  }),
]);

type Destination = Pick<SendLink, 'delivery' | 'destination'>;

/**
 * Where the link shall go: the destination itself, and how it is shown.
 * @throws {AppError} `invalid-input`
 */
export function destinationOf(entered: z.infer<typeof sendLinkForm>): Destination {
  const destination = entered.method === 'sms' ? smsDestination(entered.phone) : emailDestination(entered);
  const { delivery } = destination;
  return delivery.source === 'typed' && entered.reason
    ? { ...destination, delivery: { ...delivery, reason: entered.reason } }
    : destination;
}

function emailDestination(entered: { email: string; alternateEmail?: string | undefined }): Destination {
  const corporate = normalizeEmail(entered.email);
  const destination = entered.alternateEmail ?? corporate;
  const source = normalizeEmail(destination) === corporate ? 'corporate' : 'typed';
  return { destination, delivery: { method: 'email', maskedDestination: maskEmail(destination), source } };
}

function smsDestination(entered: string): Destination {
  const number = parsePhoneNumberFromString(entered.replace(/^00/, '+'));
  if (!number?.isValid()) throw new AppError('invalid-input', { fields: { phone: 'not-a-phone-number' } });
  const maskedDestination = maskPhone(number.number, number.countryCallingCode);
  return { destination: number.number, delivery: { method: 'sms', maskedDestination, source: 'typed' } };
}
