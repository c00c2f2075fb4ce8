import { z } from 'zod';
import { FUNCTION_LIMIT, moduleKey, moduleText } from './module-kind';

/** Those with an expression, and those with a configuration of their own, are not hosted. */
const validator = z.strictObject({
  key: moduleKey,
  name: moduleText,
  description: moduleText,
  function: z.string(),
  projectTypes: z.array(z.enum(['company-managed', 'team-managed'])).default(['company-managed']),
});

export type WorkflowValidator = z.output<typeof validator>;

/**
 * A check on a transition. No limit of its own is published: that of functions is taken **[?]**.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-workflow-validator/
 */
export const workflowValidator = {
  schema: z.array(validator).default([]),
  limitSeconds: () => FUNCTION_LIMIT,
};
