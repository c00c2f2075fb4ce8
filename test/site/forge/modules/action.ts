import { z } from 'zod';
import { LONG_LIMIT, moduleKey } from './module-kind';

const valueType = z.enum(['string', 'integer', 'number', 'boolean']);

const input = z.strictObject({
  title: z.string(),
  description: z.string(),
  type: valueType,
  required: z.boolean().default(false),
});
const output = z.strictObject({ description: z.string(), type: valueType, nullable: z.boolean() });

const outputContext = z.strictObject({
  entityName: z.string(),
  outputType: z.enum(['OBJECT', 'LIST']),
  outputDomain: z.string(),
});

/**
 * Those with a remote endpoint or an icon are not hosted. Their own form is not drawn, so that its resolver is never
 * called: plain inputs stand in for it.
 */
const declared = z.strictObject({
  key: moduleKey,
  name: z.string().exactOptional(),
  description: z.string(),
  function: z.string(),
  actionVerb: z.enum(['GET', 'CREATE', 'UPDATE', 'DELETE', 'TRIGGER']),
  config: z.strictObject({ resource: z.string(), render: z.literal('native') }).exactOptional(),
  inputs: z.record(z.string(), input).default({}),
  outputs: z.record(z.string(), output).default({}),
  outputContext: outputContext.exactOptional(),
  resolver: z.strictObject({ function: z.string() }).exactOptional(),
});

/** What has no name is shown by its key. */
const action = declared.transform((each) => ({ ...each, name: each.name ?? each.key }));

export type ValueType = z.output<typeof valueType>;
export type ActionModule = z.output<typeof action>;

/**
 * Something that a rule of Automation can have done.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/automation-action/
 */
export const actionModule = { schema: z.array(action).default([]), limitSeconds: () => LONG_LIMIT };
