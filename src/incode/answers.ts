import * as z from 'zod/mini';

/** The OAuth 2.0 token answer (RFC 6749, section 5.1). */
export const tokenAnswer = z.object({
  access_token: z.string().check(z.minLength(1)),
  expires_in: z.number().check(z.positive()),
});

/** The OAuth 2.0 error answer (RFC 6749, section 5.2). */
export const tokenRefusal = z.object({ error: z.string(), error_description: z.optional(z.string()) });

/** The answer of `request-new`. The link in it is a secret that nothing of ours needs: it stays behind here. */
export const requestNewAnswer = z.object({
  interviewId: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,128}$/)),
});

/** Incode's error form. `status` may be a code of Incode's own rather than the HTTP status. */
export const errorAnswer = z.object({ status: z.number(), message: z.optional(z.string()) });
