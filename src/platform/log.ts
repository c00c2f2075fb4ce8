import type { AppError } from '../verification/app-error';

/**
 * Writes that a function failed: its name, the error's code, and the name of what caused it.
 * Never messages or values: those may hold names, addresses or secrets.
 */
export function logFailure(functionName: string, error: AppError): void {
  const cause = error.cause instanceof Error ? ` (${error.cause.name})` : '';
  console.error(`${functionName} failed: ${error.code}${cause}`);
}
