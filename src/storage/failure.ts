import { AppError } from '../verification/app-error';

/** A failed platform call, as the error that the app's other rooms know. */
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
