import * as z from 'zod/mini';

/**
 * The fields on a transition's screen, as `expand=transitions.fields` has them.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-transitions-get
 */
export const transitionFields = z.optional(
  z.record(
    z.string(),
    z.object({ required: z.optional(z.boolean()), hasDefaultValue: z.optional(z.boolean()) }),
  ),
);

/** Whether a transition cannot be made without filling in a field. */
export function needsFields(fields: z.infer<typeof transitionFields> = {}): boolean {
  return Object.values(fields).some(({ required, hasDefaultValue }) => required && !hasDefaultValue);
}
