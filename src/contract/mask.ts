/** An e-mail address for people to recognise: `a•••@example.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '•••' : `${email.slice(0, 1)}•••${email.slice(at)}`;
}

/** A phone number in E.164 form for people to recognise: `+1 ••• 0123`. */
export function maskPhone(phone: string, countryCallingCode: string): string {
  return `+${countryCallingCode} ••• ${phone.slice(-4)}`;
}
