import type { Clause, Conditions } from './requests';

type Test = (actual: unknown, values: unknown[]) => boolean;

/**
 * As in DynamoDB, which the store is built on: a missing attribute fails every comparison but "is not". Whether the
 * store does so too is unconfirmed.
 */
const TESTS: Record<Clause['condition'], Test> = {
  EXISTS: (actual) => actual !== undefined,
  NOT_EXISTS: (actual) => actual === undefined,
  EQUAL_TO: (actual, [value]) => actual === value,
  NOT_EQUAL_TO: (actual, [value]) => actual !== value,
  BEGINS_WITH: (actual, [value]) => typeof actual === 'string' && actual.startsWith(String(value)),
  CONTAINS: (actual, [value]) => contains(actual, value),
  NOT_CONTAINS: (actual, [value]) => !contains(actual, value),
  GREATER_THAN: (actual, [value]) => isComparable(actual, value) && compare(actual, value) > 0,
  GREATER_THAN_EQUAL_TO: (actual, [value]) => isComparable(actual, value) && compare(actual, value) >= 0,
  LESS_THAN: (actual, [value]) => isComparable(actual, value) && compare(actual, value) < 0,
  LESS_THAN_EQUAL_TO: (actual, [value]) => isComparable(actual, value) && compare(actual, value) <= 0,
  BETWEEN: (actual, [low, high]) =>
    isComparable(actual, low) &&
    isComparable(actual, high) &&
    compare(actual, low) >= 0 &&
    compare(actual, high) <= 0,
};

/** Whether one attribute's value meets one condition; `undefined` is an attribute that is not there. */
export function meets(actual: unknown, condition: Clause['condition'], values: unknown[]): boolean {
  return TESTS[condition](actual, values);
}

/** Whether an entity's value meets all, or any, of the conditions; `undefined` is an entity that is not there. */
export function meetsAll(value: unknown, conditions: Conditions): boolean {
  const attributes = (value ?? {}) as Record<string, unknown>;
  const test = (clause: Clause): boolean =>
    meets(attributes[clause.property], clause.condition, clause.values);
  return 'and' in conditions ? conditions.and.every(test) : conditions.or.some(test);
}

/** Orders two values of an indexed attribute. */
export function compare(a: unknown, b: unknown): number {
  if (a === b) return 0;
  return (a as string | number) < (b as string | number) ? -1 : 1;
}

function isComparable(a: unknown, b: unknown): boolean {
  return typeof a === typeof b && (typeof a === 'number' || typeof a === 'string');
}

function contains(actual: unknown, value: unknown): boolean {
  return typeof actual === 'string' && typeof value === 'string' && actual.includes(value);
}
