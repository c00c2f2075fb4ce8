import { z } from 'zod';
import { LONG_LIMIT, moduleKey } from './module-kind';

const schema = z.array(z.strictObject({ key: moduleKey, actions: z.array(z.string()) })).default([]);

/**
 * Names the actions that Automation offers; it has no function itself.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/automation-action/#the-actionprovider-module
 */
export const actionProvider = { schema, limitSeconds: () => LONG_LIMIT };
