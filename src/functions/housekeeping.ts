import { housekeeping as keepHouse } from '../verification/upkeep/housekeeping';
import { AppError, toAppError } from '../verification/app-error';
import { app as newApp } from '../wiring/app';
import { done } from './schedule-answer';
import type { ScheduleAnswer } from './schedule-answer';

/** Runs every five minutes; two runs at once do no harm. */
export async function housekeeping(): Promise<ScheduleAnswer> {
  const app = newApp();
  try {
    await keepHouse(app.verification);
    return done;
  } catch (error) {
    const failures: unknown[] = error instanceof AggregateError ? error.errors : [error];
    for (const failure of failures) app.logFailure('housekeeping', toAppError(failure));
    // Without the cause: its message may hold what must not reach a log.
    throw new AppError('unexpected');
  }
}
