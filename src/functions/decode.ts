import { AppError } from '../verification/app-error';
import type { z } from 'zod';

/**
 * The payload as the schema has it.
 * @throws {AppError} `invalid-input` with a code for each field; the schema's messages are those codes
 */
export function decode<T>(schema: z.ZodType<T>, payload: unknown): T {
  const result = schema.safeParse(payload);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) => [path.join('.'), message] as const);
  // The first complaint about a field is the one to show.
  throw new AppError('invalid-input', { fields: Object.fromEntries(issues.toReversed()) });
}
