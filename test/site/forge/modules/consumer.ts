import { z } from 'zod';
import { LONG_LIMIT, moduleKey } from './module-kind';

const common = { key: moduleKey, queue: z.string() };

/** The older form: a definition of a resolver, by its key, takes the events. */
const ofResolver = z
  .object({ ...common, resolver: z.strictObject({ function: z.string(), method: z.string() }) })
  .transform(({ resolver, ...consumer }) => ({ ...consumer, ...resolver }));

const consumerSchema = z.union([z.object({ ...common, function: z.string() }), ofResolver], {
  error: 'a consumer has a key, a queue, and a function or a resolver of function and method',
});

export type ConsumerModule = z.output<typeof consumerSchema>;

const schema = z.array(consumerSchema).default([]);

/** @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/consumer/ */
export const consumer = { schema, limitSeconds: (declared = LONG_LIMIT) => declared };
