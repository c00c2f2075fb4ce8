import { z } from 'zod';
import { LONG_LIMIT, moduleKey } from './module-kind';

/** The cloud refuses more; Atlassian's own validation does not. */
const MOST = 5;
const MOST_OF_FIVE_MINUTES = 1;

const interval = z.enum(['fiveMinute', 'hour', 'day', 'week']);

const schema = z
  .array(z.object({ key: moduleKey, function: z.string(), interval }))
  .max(MOST, { error: `an app has at most ${MOST} scheduled triggers` })
  .refine((all) => all.filter((each) => each.interval === 'fiveMinute').length <= MOST_OF_FIVE_MINUTES, {
    error: `an app has at most ${MOST_OF_FIVE_MINUTES} scheduled trigger of the interval fiveMinute`,
  })
  .default([]);

export type ScheduleInterval = z.output<typeof interval>;

/** @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger/ */
export const scheduledTrigger = { schema, limitSeconds: (declared = LONG_LIMIT) => declared };
