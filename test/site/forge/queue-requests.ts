import { z } from 'zod';

/** @see https://developer.atlassian.com/platform/forge/platform-quotas-and-limits/ */
const MAX_EVENTS = 50;
const MAX_BYTES = 200 * 1024;

const pushRequest = z.object({
  queueName: z.string().regex(/^[a-zA-Z0-9-_]+$/),
  jobId: z.string().min(1),
  payload: z
    .array(
      z.object({
        body: z.record(z.string(), z.unknown()),
        delayInSeconds: z.number().min(0).max(900).optional(),
        concurrency: z.object({ key: z.string(), limit: z.int().min(1) }).optional(),
      }),
    )
    .min(1)
    .max(MAX_EVENTS),
});

export type Push = z.output<typeof pushRequest>;

/** What a consumer gets of an event, among other things. */
export interface QueueMessage {
  body: Record<string, unknown>;
  jobId: string;
  retryContext: object | undefined;
}

/** What `stats` and `cancel` are asked with. */
export const jobRequest = z.object({ queueName: z.string(), jobId: z.string() });

/** What a consumer returns to be called again; `new InvocationError()` of `@forge/events` becomes this. */
export const retryWish = z.object({
  _retry: z.literal(true),
  retryOptions: z
    .object({
      retryAfter: z.number().optional(),
      retryReason: z.string().optional(),
      retryData: z.unknown().optional(),
    })
    .default({}),
});

/** A push, or the answer that refuses it, in the form that `@forge/events` reads. */
export function readPush(text: string): Push | Response {
  const body = JSON.parse(text) as { payload?: unknown };
  if (Buffer.byteLength(JSON.stringify(body.payload ?? null)) > MAX_BYTES) {
    return Response.json({ errorMessage: 'The maximum payload size is 200KB.' }, { status: 413 });
  }
  const parsed = pushRequest.safeParse(body);
  return parsed.success ? parsed.data : refusal(400, z.prettifyError(parsed.error));
}

export function refusal(status: 400 | 404 | 429, message: string): Response {
  return Response.json({ message }, { status });
}
