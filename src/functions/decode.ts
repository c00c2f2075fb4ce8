import * as z from 'zod/mini';
import { hasEmailShape } from '../contract/address-shape';
import { plainAddress, plainWords } from '../contract/typed-text';
import { AppError } from '../verification/app-error';

/**
 * The payload as the schema has it.
 * @throws {AppError} `invalid-input` with a code for each field; the schema's messages are those codes
 */
export function decode<T>(schema: z.ZodMiniType<T>, payload: unknown): T {
  const result = schema.safeParse(payload);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) => [path.join('.'), message] as const);
  // The first complaint about a field is the one to show.
  throw new AppError('invalid-input', { fields: Object.fromEntries(issues.toReversed()) });
}

/** Text that must not be left empty, in the form that `read` makes of what was typed. */
export function requiredText(longest = 1000, read: (typed: string) => string = plainWords) {
  return z
    .string('required')
    .check(z.overwrite(read), z.minLength(1, 'required'), z.maxLength(longest, 'too-long'));
}

/** A project's id, as Jira makes them. */
export const projectId = z.string().check(z.regex(/^\d+$/));

/** Something that looks like an e-mail address. */
export const emailField = requiredText(1000, plainAddress).check(z.refine(hasEmailShape, 'not-an-email'));
