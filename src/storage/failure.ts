import { AppError } from '../verification/app-error';

/** The app's error for a storage call that failed. */
export function storageUnavailable(cause: unknown): AppError {
  return new AppError('storage-unavailable', { isRetryable: true, cause });
}

/** The answer of a storage call, with failures translated. */
export async function stored<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (cause) {
    throw storageUnavailable(cause);
  }
}

/**
 * Whether a batch failed for a key because there is nothing under it: the documentation has one code for that, the
 * package the other.
 * @see https://developer.atlassian.com/platform/forge/storage-reference/storage-api-batch/
 */
export function isMissingKey({ code }: { code: string }): boolean {
  return code === 'KEY_NOT_FOUND' || code === 'NOT_FOUND';
}
