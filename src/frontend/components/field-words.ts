/** What is wrong with a field, by the server's code. */
const fieldErrors: Record<string, string> = {
  required: 'This is needed.',
  'not-an-email': 'This is not an email address. It should look like name@company.com.',
  'not-a-phone-number':
    'This is not a phone number. Start with + and the country code, such as +1 415 555 0123.',
  'not-a-number': 'Enter a number.',
  'not-a-whole-number': 'Enter a whole number.',
  'out-of-range': 'This is outside of what is allowed.',
  'too-long': 'This is too long.',
};

export function fieldError(code: string | undefined): string | undefined {
  return code === undefined
    ? undefined
    : (fieldErrors[code] ?? 'This can’t be used. Check it and try again.');
}
