import { localDate } from '../time';

/** The value of an app's field as plain text; `undefined` where it is empty. */
export function fieldText(value: unknown, type: string, locale: string): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'number') return value.toLocaleString(locale);
  if (typeof value === 'string') return type.startsWith('date') ? localDate(value, locale) : value;
  return (value as { displayName: string }).displayName;
}
