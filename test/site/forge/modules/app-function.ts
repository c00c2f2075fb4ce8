import { z } from 'zod';
import { FUNCTION_LIMIT, moduleKey } from './module-kind';

const schema = z
  .array(
    z.object({
      key: moduleKey,
      handler: z.string().regex(/^[\w/-]+\.\w+$/),
      timeoutSeconds: z.number().int().min(1).max(900).exactOptional(),
    }),
  )
  .default([]);

/**
 * The functions themselves, which are only called through another module.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/function/
 */
export const appFunction = { schema, limitSeconds: () => FUNCTION_LIMIT };
