import { Ajv, type ValidateFunction } from 'ajv';
import schema from '@atlaskit/adf-schema/dist/json-schema/v1/full.json';

let validate: ValidateFunction | undefined;

/**
 * Whether Jira would take this as a document: by Atlassian's own JSON schema, the one that Jira names.
 * @see https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
export function isAdf(value: unknown): boolean {
  validate ??= compile();
  return validate(value);
}

/** Done for the first document only, and made short: the schema is Atlassian's own and need not be checked. */
function compile(): ValidateFunction {
  // Ajv knows draft 4 by that name only with a package more; nothing in this schema differs between the drafts.
  const { $schema: _, ...rules } = schema;
  const quick = { code: { optimize: false }, inlineRefs: false, meta: false, validateSchema: false };
  return new Ajv({ strict: false, ...quick }).compile(rules);
}
