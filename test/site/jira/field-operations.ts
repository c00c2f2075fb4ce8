import { z } from 'zod';
import { fieldError, type JiraError } from './errors';

/** What is done to fields, by their ids, one operation after the other: each is one verb with its value. */
export const UPDATE = z.record(z.string(), z.array(z.record(z.string(), z.unknown()))).default({});

export type Operation = Readonly<Record<string, unknown>>;

/** What a request changes: `fields` sets, `update` does more. */
export interface FieldChanges {
  fields: Readonly<Record<string, unknown>>;
  update: Readonly<Record<string, readonly Operation[]>>;
}

/** The ids of the fields that a request changes; 400 for a field that is in both `fields` and `update`. */
export function changedFields({ fields, update }: FieldChanges): string[] {
  const ids = Object.keys(update).filter((id) => update[id]?.length);
  const twice = ids.find((id) => Object.hasOwn(fields, id));
  if (twice !== undefined) {
    throw fieldError(twice, `Field with id '${twice}' and name '${twice}' is in both 'fields' and 'update'.`);
  }
  return [...Object.keys(fields), ...ids];
}

/**
 * What a request makes of a field. A field of several values, which `values` are now, can be added to and removed
 * from; any other can be set only.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-put
 * @throws JiraError 400 for any other verb
 */
export function newValueOf(
  { fields, update }: FieldChanges,
  field: string,
  values?: readonly unknown[],
): unknown {
  if (Object.hasOwn(fields, field)) return fields[field];
  return (update[field] ?? []).reduce<unknown>(
    (value, operation) => valueAfter(field, operation, value),
    values,
  );
}

/** The verb and the value of an operation; 400 unless it has exactly one. */
export function verbOf(field: string, operation: Operation): [verb: string, value: unknown] {
  const [first, ...others] = Object.entries(operation);
  if (first && others.length === 0) return first;
  throw fieldError(field, `Each operation on field '${field}' must have exactly one verb.`);
}

/** The refusal of a verb; its words are ours. */
export function unsupportedVerb(field: string, verb: string): JiraError {
  return fieldError(field, `Field '${field}' does not support the operation '${verb}'.`);
}

function valueAfter(field: string, operation: Operation, before: unknown): unknown {
  const [verb, value] = verbOf(field, operation);
  if (verb === 'set') return value;
  const values: unknown[] | undefined = Array.isArray(before) ? before : undefined;
  if (values && verb === 'add') return values.includes(value) ? values : [...values, value];
  if (values && verb === 'remove') return values.filter((each) => each !== value);
  throw unsupportedVerb(field, verb);
}
