import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Pseudonyms } from '../verification/store';

/** Where the installation's own key is kept. */
export interface KeyStore {
  /** The key, made and kept at the first call: 256 random bits in base64. Throws `storage-unavailable`. */
  key(make: () => string): Promise<string>;
}

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Pseudonyms under one key of the installation, read at the first need and kept for this object's life. */
export function pseudonymsWith(keys: KeyStore): Pseudonyms {
  let key: Promise<string> | undefined;
  const derived = async (purpose: string) => {
    key ??= keys.key(() => randomBytes(32).toString('base64'));
    return Buffer.from(hkdfSync('sha256', Buffer.from(await key, 'base64'), '', purpose, 32));
  };
  return {
    employeeKey: async (email) =>
      createHmac('sha256', await derived('employee'))
        .update(email)
        .digest('hex'),
    callerCode: async (interviewId) => sixDigits(await derived('caller-code'), interviewId),
    seal: async (value) => seal(await derived('seal'), JSON.stringify(value)),
    open: async (sealed) => JSON.parse(open(await derived('seal'), sealed)) as unknown,
  };
}

// Of 48 bits, so that no code is noticeably likelier than another.
function sixDigits(key: Buffer, text: string): string {
  const hash = createHmac('sha256', key).update(text).digest();
  return String(hash.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
}

function seal(key: Buffer, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
}

function open(key: Buffer, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, IV_BYTES));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString(
    'utf8',
  );
}
