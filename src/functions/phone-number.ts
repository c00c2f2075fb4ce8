import { getCountries, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import { AppError } from '../verification/app-error';
import type { PhoneNumber } from 'libphonenumber-js';

/** The countries whose numbers can be read (ISO 3166-1 alpha-2). */
export const countries: string[] = getCountries();

/**
 * A phone number as a person typed it.
 * @param country of numbers without a country code (ISO 3166-1 alpha-2); empty: they need their own
 * @throws {AppError} `invalid-input`
 */
export function readPhoneNumber(typed: string, country: string): PhoneNumber {
  const number = parsePhoneNumberFromString(typed, isSupportedCountry(country) ? country : undefined);
  if (!number?.isPossible()) throw new AppError('invalid-input', { fields: { phone: 'not-a-phone-number' } });
  return number;
}
