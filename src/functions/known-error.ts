import { AppError, toAppError } from '../verification/app-error';
import type { App } from '../wiring/app';

/**
 * The error to answer with; logged where something else caused it.
 * @throws {AppError} `unexpected` where there is nothing to answer, so that the invocation fails
 */
export function knownError(app: App, functionName: string, error: unknown): AppError {
  const appError = toAppError(error);
  if (appError.cause !== undefined) app.logFailure(functionName, appError);
  // Without the cause: its message may hold what must not reach a log.
  if (appError.code === 'unexpected') throw new AppError('unexpected');
  return appError;
}
