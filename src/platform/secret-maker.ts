import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { SecretMaker } from '../settings/ports';

export const secretMaker: SecretMaker = {
  next: () => randomBytes(32).toString('base64url'),
  digest: (secret) => createHash('sha256').update(secret).digest('hex'),
  areEqual: (digest, other) =>
    digest.length === other.length && timingSafeEqual(Buffer.from(digest), Buffer.from(other)),
};
