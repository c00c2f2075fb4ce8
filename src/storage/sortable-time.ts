/**
 * Epoch milliseconds as a text that sorts like the times, for an attribute that an index sorts by: whole numbers
 * in attributes have 32 bits, too few for them.
 * @see https://developer.atlassian.com/platform/forge/storage-reference/storage-api-custom-entities/
 */
export function sortableTime(ms: number): string {
  return new Date(ms).toISOString();
}
