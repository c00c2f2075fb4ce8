import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** How long a token lasts. That it ends is documented, when is not. */
const LIFETIME_MS = 3_600_000;

const payloadSchema = z.object({
  channel: z.object({ name: z.string() }),
  claims: z.unknown().optional(),
  permissions: z.array(z.enum(['subscribe', 'publish'])).optional(),
  exp: z.number(),
});

export type TokenPayload = z.output<typeof payloadSchema>;
export type TokenPermission = 'subscribe' | 'publish';

/**
 * A token does not permit what it is used for; the message is what `errors` of an answer say.
 * @see https://developer.atlassian.com/platform/forge/runtime-reference/realtime-events-api/
 */
export class TokenRefusal extends Error {
  override readonly name = 'TokenRefusal';

  constructor(code: 'INVALID_TOKEN' | 'TOKEN_EXPIRED' | 'CHANNEL_NAME_MISMATCH' | 'MISSING_PERMISSION') {
    super(`Realtime token validation failed: ${code}`);
  }
}

/**
 * Signs a JSON Web Token. Its end is told in seconds. `@forge/realtime` reads `exp`, `channel` and `permissions` of it
 * before it publishes.
 */
export function signToken(
  secret: string,
  now: number,
  content: Omit<TokenPayload, 'exp'>,
): { jwt: string; expiresAt: number } {
  const expiresAt = Math.floor((now + LIFETIME_MS) / 1000);
  const payload: TokenPayload = { ...content, exp: expiresAt };
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(payload)}`;
  return { jwt: `${signed}.${signatureOf(secret, signed)}`, expiresAt };
}

/**
 * The content of a token.
 * @throws TokenRefusal unless this site signed it, it has not ended, and it permits this on this channel
 */
export function readToken(
  secret: string,
  now: number,
  jwt: string,
  wanted: { channelName: string; permission: TokenPermission },
): TokenPayload {
  const payload = payloadOf(secret, jwt);
  if (!payload) throw new TokenRefusal('INVALID_TOKEN');
  if (now >= payload.exp * 1000) throw new TokenRefusal('TOKEN_EXPIRED');
  if (payload.channel.name !== wanted.channelName) throw new TokenRefusal('CHANNEL_NAME_MISMATCH');
  const { permissions = [wanted.permission] } = payload;
  if (!permissions.includes(wanted.permission)) throw new TokenRefusal('MISSING_PERMISSION');
  return payload;
}

function payloadOf(secret: string, jwt: string): TokenPayload | undefined {
  const [header, body, signature] = jwt.split('.');
  if (body === undefined || signature === undefined) return undefined;
  const expected = Buffer.from(signatureOf(secret, `${header ?? ''}.${body}`));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return payloadSchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString()));
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function signatureOf(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url');
}
