import { AppError, toAppError } from '../verification/app-error';
import { app as newApp } from '../wiring/app';
import type { App } from '../wiring/app';

/** What a scheduled function answers. */
export interface ScheduleAnswer {
  statusCode: 204;
}

/**
 * Runs what a schedule starts; each failure is logged, and fails the invocation in the end. One page of Atlassian's
 * documentation asks for a status code, another does not mention it.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger/
 */
export async function scheduled(
  functionName: string,
  work: (app: App) => Promise<unknown>,
): Promise<ScheduleAnswer> {
  const app = newApp();
  try {
    await work(app);
    return { statusCode: 204 };
  } catch (error) {
    const failures: unknown[] = error instanceof AggregateError ? error.errors : [error];
    for (const failure of failures) app.logFailure(functionName, toAppError(failure));
    // Without the cause: its message may hold what must not reach a log.
    throw new AppError('unexpected');
  }
}
