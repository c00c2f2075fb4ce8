import type { Issue } from './model';

/** The properties of an issue that are asked for: by key, `*all`, or not by a key with a minus. */
export function chosenProperties(
  { properties }: Issue,
  wanted: readonly string[],
): { properties?: Record<string, unknown> } {
  if (wanted.length === 0) return {};
  const isWanted = (key: string) =>
    !wanted.includes(`-${key}`) && (wanted.includes('*all') || wanted.includes(key));
  return {
    properties: Object.fromEntries(Object.entries(properties).filter(([key]) => isWanted(key))),
  };
}
