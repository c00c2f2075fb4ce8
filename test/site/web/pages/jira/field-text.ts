import { localDate } from '../time';
import type { FieldSchema } from './jira-client';

const FORGE_FIELD = /^ari:cloud:ecosystem::extension\/.*\/static\/(.+)$/;

/** The key of the module that an app's field comes from; `undefined` for a field of Jira's own. */
export function fieldModule({ custom = '' }: FieldSchema): string | undefined {
  return FORGE_FIELD.exec(custom)?.[1];
}

export function isFieldOfApp(schema: FieldSchema): boolean {
  return fieldModule(schema) !== undefined;
}

/** The value of an app's field as plain text; `undefined` where it is empty. */
export function fieldText(value: unknown, type: string, locale: string): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'number') return value.toLocaleString(locale);
  if (typeof value === 'string') return type.startsWith('date') ? localDate(value, locale) : value;
  return (value as { displayName: string }).displayName;
}
