import * as z from 'zod/mini';
import { maskEmail, maskPhone } from '../contract/mask';
import { plainPhoneNumber, plainWords } from '../contract/typed-text';
import { AppError } from '../verification/app-error';
import { emailField, requiredText } from './decode';
import { loadPhoneNumbers } from './load-phone-numbers';
import { normalizeEmail } from '../verification/session/email-address';
import type { SendLink } from '../verification/sending/link-request';

const reason = z.optional(z.string().check(z.overwrite(plainWords), z.maxLength(200, 'too-long')));
/** What a form sends for a field that was left empty. */
const nothing = z.pipe(
  z.literal(''),
  z.transform(() => undefined),
);

const phone = requiredText(1000, plainPhoneNumber);

/** A phone number that an agent is typing. */
export const typedNumber = z.object({ phone });

/** What an agent enters to have a link sent. */
export const sendLinkForm = z.discriminatedUnion('method', [
  z.object({
    method: z.literal('sms'),
    email: emailField,
    phone,
    isNumberConfirmed: z.optional(z.boolean()),
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
 * @param country of phone numbers without a country code; empty: they need their own
 * @throws {AppError} `invalid-input`
 */
export async function destinationOf(
  entered: z.infer<typeof sendLinkForm>,
  country: string,
): Promise<Destination> {
  const destination =
    entered.method === 'sms' ? await smsDestination(entered, country) : emailDestination(entered);
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

interface SmsEntry {
  phone: string;
  isNumberConfirmed?: boolean | undefined;
}

// The library's lists of numbers in use lag behind the countries', so that the agent has the last word, and then Incode.
async function smsDestination(
  { phone: typed, isNumberConfirmed = false }: SmsEntry,
  country: string,
): Promise<Destination> {
  const { readPhoneNumber } = await loadPhoneNumbers();
  const number = readPhoneNumber(typed, country);
  if (!number.isValid() && !isNumberConfirmed) {
    throw new AppError('invalid-input', { fields: { phone: 'unlikely-phone-number' } });
  }
  const maskedDestination = maskPhone(number.number, number.countryCallingCode);
  return { destination: number.number, delivery: { method: 'sms', maskedDestination, source: 'typed' } };
}
