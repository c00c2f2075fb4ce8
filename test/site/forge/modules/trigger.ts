import { z } from 'zod';
import { FUNCTION_LIMIT, moduleKey } from './module-kind';

const event = z.string().regex(/^avi:forge:(installed|upgraded):app$/, {
  error: ({ input }) => `this site never sends ${String(input)}`,
});

const schema = z
  .array(z.object({ key: moduleKey, function: z.string(), events: z.array(event) }))
  .default([]);

/**
 * Events of the app's own life; those of products are not hosted.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/trigger/
 */
export const trigger = { schema, limitSeconds: () => FUNCTION_LIMIT };
