import { createHmac, hkdfSync } from 'node:crypto';

/** A session's code, as the app makes it: from the installation's key in the secret store. */
export function callerCodeOf(secrets: Record<string, unknown>, interviewId: string): string {
  const key = Buffer.from(String(secrets['pseudonym-key']), 'base64');
  const derived = Buffer.from(hkdfSync('sha256', key, '', 'caller-code', 32));
  const hash = createHmac('sha256', derived).update(interviewId).digest();
  return String(hash.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
}
