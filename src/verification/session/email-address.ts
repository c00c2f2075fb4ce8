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

/** What ends a host in a URL, or is read as another letter there: no domain has it, and what comes after would be lost. */
const FOREIGN_TO_DOMAINS = /[/\\?#%:@[\]\s]/;

/** @see https://url.spec.whatwg.org/#concept-domain-to-ascii */
function asciiDomain(domain: string): string {
  const url = `http://${domain}/`;
  return !FOREIGN_TO_DOMAINS.test(domain) && URL.canParse(url) ? new URL(url).hostname : domain;
}
