import { KvsError, badRequest } from './errors';

/**
 * A newer page counts each request in steps of 10 KB; here each counts as one.
 * @see https://developer.atlassian.com/platform/forge/platform-quotas-and-limits/
 */
export const MOST_REQUESTS_PER_SECOND = 1000;
const MAX_KEY_LENGTH = 500;
const MAX_VALUE_BYTES = 240 * 1024;
/** What the official page says of secrets is contradictory; this is the lower reading. */
const MAX_SECRET_BYTES = 128 * 1024;
const MAX_TOGETHER_BYTES = 4 * 1024 * 1024;
const MAX_DEPTH = 31;
const MOST_RESULTS = 100;
const KEY = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;

/** @throws KvsError for a key that the store does not take */
export function checkKey(key: string): void {
  if (key.length === 0) throw new KvsError(400, 'KEY_TOO_SHORT', 'A key has at least 1 character');
  if (key.length > MAX_KEY_LENGTH)
    throw new KvsError(400, 'KEY_TOO_LONG', `A key has at most ${MAX_KEY_LENGTH} characters`);
  if (!KEY.test(key))
    throw new KvsError(400, 'INVALID_KEY', 'A key consists of a-z A-Z 0-9 : . _ - # and white space');
}

/** @throws KvsError for a value that is missing, too large or too deep */
export function checkValue(value: unknown, kind: 'plain' | 'secret'): void {
  if (value === undefined) throw badRequest('value is required');
  const limit = kind === 'secret' ? MAX_SECRET_BYTES : MAX_VALUE_BYTES;
  const bytes = byteLength(value);
  if (bytes > limit)
    throw new KvsError(413, 'MAX_SIZE', `A value has at most ${limit} bytes; this one has ${bytes}`);
  if (depth(value) > MAX_DEPTH)
    throw new KvsError(400, 'MAX_DEPTH', `A value is at most ${MAX_DEPTH} levels deep`);
}

/** @throws KvsError for a transaction or a batch that is too large, or has a key more than once */
export function checkTogether(
  request: unknown,
  parts: { key: string; entityName?: string | undefined }[],
): void {
  if (byteLength(request) > MAX_TOGETHER_BYTES)
    throw new KvsError(413, 'MAX_SIZE', 'Transactions and batches have at most 4 MB');
  const keys = new Set(parts.map(({ key, entityName }) => `${entityName ?? ''}\n${key}`));
  if (keys.size < parts.length) throw badRequest('Transactions and batches have each key once');
}

/**
 * @throws KvsError unless a page may have so many results
 * @see https://developer.atlassian.com/platform/forge/storage-reference/handling-errors-kvs/
 * @see https://developer.atlassian.com/platform/forge/storage-reference/handling-errors-customentities/
 */
export function checkPage(
  limit: number,
  code: 'LIST_QUERY_LIMIT_EXCEEDED' | 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE',
): void {
  if (limit >= 1 && limit <= MOST_RESULTS) return;
  throw new KvsError(400, code, `A page has 1 to ${MOST_RESULTS} results, not ${limit}`);
}

function byteLength(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

function depth(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Object.values(value).reduce((deepest: number, child) => Math.max(deepest, depth(child)), 0);
}
