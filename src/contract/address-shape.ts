import { plainAddress, plainPhoneNumber } from './typed-text';

/** Whether this could be an e-mail address: something, one @, a domain with a dot, no spaces. */
export function hasEmailShape(text: string): boolean {
  const address = plainAddress(text);
  return address.length <= 254 && /^[^\s@<>"(),;:]+@[^\s@<>"(),;:.]+(\.[^\s@<>"(),;:.]+)+$/.test(address);
}

/** Whether two e-mail addresses that people type are one. */
export function isSameAddress(one: string, other: string): boolean {
  return plainAddress(one).toLowerCase() === plainAddress(other).toLowerCase();
}

/** Whether this could be a phone number, as people write it: in international form, or else in a country's own. */
export function hasPhoneShape(text: string, canBeNational = false): boolean {
  const digits = plainPhoneNumber(text).replace(/[\s().\-/]/g, '');
  return /^\+[1-9]\d{6,14}$/.test(digits) || (canBeNational && /^\d{5,15}$/.test(digits));
}
