import * as z from 'zod/mini';
import { AppError } from '../verification/app-error';
import type { TransitionAttempt } from '../assurance/gate';

/** What Jira hands over to a validator; there is no user in it. */
const argument = z.object({
  issue: z.object({ key: z.string().check(z.minLength(1)) }),
  transition: z.object({
    from: z.optional(z.unknown()),
    to: z.optional(z.unknown()),
    modifiedFields: z.nullish(z.record(z.string(), z.unknown())),
  }),
});

/** The gate decides nothing by it, so that anything else is let pass, too. */
const status = z.object({ id: z.string().check(z.regex(/^\d{1,20}$/)) });

/** @throws {AppError} `unexpected` where Jira hands over something else */
export function attemptIn(request: unknown): TransitionAttempt {
  const { data } = argument.safeParse(request);
  if (!data) throw new AppError('unexpected');
  const { modifiedFields } = data.transition;
  const from = status.safeParse(data.transition.from).data;
  const to = status.safeParse(data.transition.to).data;
  return {
    issueKey: data.issue.key,
    changedFields: Object.keys(modifiedFields ?? {}),
    transition: from && to && { from: from.id, to: to.id },
  };
}
