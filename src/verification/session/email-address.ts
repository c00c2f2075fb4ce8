/** An e-mail address as it is shown and sent: trimmed, in small letters, each letter in its one Unicode form. */
export function normalizeEmail(email: string): string {
  return email.normalize('NFC').trim().toLowerCase();
}

/** The form in which all spellings of one e-mail address are the same: Unicode forms, and a domain's letters or punycode. */
export function comparableEmail(email: string): string {
  const normalized = normalizeEmail(email).normalize('NFKC');
  const at = normalized.lastIndexOf('@');
  return at < 0 ? normalized : `${normalized.slice(0, at)}@${asciiDomain(normalized.slice(at + 1))}`;
}

/** @see https://url.spec.whatwg.org/#concept-domain-to-ascii */
function asciiDomain(domain: string): string {
  const url = `http://${domain}/`;
  return URL.canParse(url) ? new URL(url).hostname : domain;
}
