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

/** Signs a JSON Web Token, whose end is told in seconds; `@forge/realtime` reads `exp`, `channel` and `permissions` of it before publishing. */
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

/** The content of a token that this site signed, that has not ended, and that permits this on this channel. */
export function readToken(
  secret: string,
  now: number,
  jwt: string,
  wanted: { channelName: string; permission: TokenPermission },
): TokenPayload | undefined {
  const payload = payloadOf(secret, jwt);
  if (!payload || now >= payload.exp * 1000 || payload.channel.name !== wanted.channelName) return undefined;
  return (payload.permissions ?? [wanted.permission]).includes(wanted.permission) ? payload : undefined;
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
