import { z } from 'zod';
import { LONG_LIMIT, moduleKey } from './module-kind';

const schema = z.array(z.object({ key: moduleKey, queue: z.string(), function: z.string() })).default([]);

/** @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/consumer/ */
export const consumer = { schema, limitSeconds: (declared = LONG_LIMIT) => declared };
