import { z } from 'zod';
import { LONG_LIMIT, moduleKey } from './module-kind';

const staticOutput = z.object({
  key: z.string(),
  statusCode: z.number(),
  contentType: z.string().exactOptional(),
  body: z.string().exactOptional(),
});

const schema = z
  .array(
    z.object({
      key: moduleKey,
      function: z.string(),
      urlFormat: z.enum(['v1', 'v2']).default('v1'),
      response: z
        .object({ type: z.enum(['dynamic', 'static']), outputs: z.array(staticOutput).exactOptional() })
        .exactOptional(),
    }),
  )
  .default([]);

/** @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/web-trigger/ */
export const webTrigger = { schema, limitSeconds: () => LONG_LIMIT };
