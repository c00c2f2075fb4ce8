import * as z from 'zod/mini';
import { AppError } from '../verification/app-error';
import { decode } from './decode';

const inputs = z.object({
  issueKey: z.string().check(z.trim(), z.regex(/^[a-z][a-z0-9_]*-\d+$/i)),
  // Documented for Rovo, which calls the same kind of module; for Automation nothing is said.
  context: z.optional(z.object({ jira: z.optional(z.object({ issueKey: z.optional(z.string()) })) })),
});

const nested = z.object({ payload: z.record(z.string(), z.unknown()) });

/**
 * What a rule says, and the key of the issue that it runs for where Automation tells it. The page on actions shows the
 * inputs both as the argument and as its `payload`.
 * @throws {AppError} `invalid-input` where the issue key is none
 */
export function actionInputs(argument: unknown): { issueKey: string; told: string | undefined } {
  const { issueKey, context } = decode(inputs, nested.safeParse(argument).data?.payload ?? argument);
  return { issueKey, told: context?.jira?.issueKey };
}

const connection = z.object({ principal: z.object({ accountId: z.string().check(z.minLength(1)) }) });

/**
 * Account id of the user of the rule's connection.
 * @throws {AppError} `not-permitted` where Forge does not say
 * @see https://developer.atlassian.com/platform/forge/function-reference/arguments/
 */
export function connectionUser(context: unknown): string {
  const { data } = connection.safeParse(context);
  if (!data) throw new AppError('not-permitted');
  return data.principal.accountId;
}
