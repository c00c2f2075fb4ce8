/** Whether this could be an e-mail address: something, one @, a domain with a dot, no spaces. */
export function hasEmailShape(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>"(),;:]+@[^\s@<>"(),;:.]+(\.[^\s@<>"(),;:.]+)+$/.test(text.trim());
}

/** Whether this could be a phone number in international form, as people write it. */
export function hasPhoneShape(text: string): boolean {
  const digits = text.replace(/[\s().\-/]/g, '');
  return /^(\+|00)[1-9]\d{6,14}$/.test(digits);
}
