import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { z } from 'zod';
import { hasEmailShape } from '../contract/address-shape';
import { maskEmail, maskPhone } from '../contract/mask';
import { AppError } from '../verification/app-error';
import { normalizeEmail } from '../verification/verification';
import type { SendLink } from '../verification/send-link';

const email = z.string('required').trim().min(1, 'required').refine(hasEmailShape, 'not-an-email');

const reason = z.string().trim().max(200, 'too-long').optional();

const form = z.discriminatedUnion('method', [
  z.object({
    method: z.literal('sms'),
    email,
    phone: z.string('required').trim().min(1, 'required'),
    reason,
  }),
  z.object({
    method: z.literal('email'),
    email,
    alternateEmail: z.union([z.literal('').transform(() => undefined), email]).optional(),
    reason,
  }),
]);

export const sendLinkForm = form;

type Destination = Pick<SendLink, 'delivery' | 'destination'>;

/**
 * Where the link shall go: the destination itself, and how it is shown.
 * @throws {AppError} `invalid-input`
 */
export function destinationOf(entered: z.infer<typeof form>): Destination {
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
