import { forgetAdministrator, namedAccounts } from '../settings/forget-administrator';
import { AppError, toAppError } from '../verification/app-error';
import { reportAccounts as report } from '../verification/upkeep/report-accounts';
import { app as newApp } from '../wiring/app';
import { done } from './schedule-answer';
import type { ScheduleAnswer } from './schedule-answer';

/** Runs every day. */
export async function reportAccounts(): Promise<ScheduleAnswer> {
  const app = newApp();
  try {
    await report({
      ...app.verification,
      namedElsewhere: () => namedAccounts(app.settings),
      forgetElsewhere: (accountId) => forgetAdministrator(app.settings, accountId),
    });
    return done;
  } catch (error) {
    app.logFailure('report-accounts', toAppError(error));
    // Without the cause: its message may hold what must not reach a log.
    throw new AppError('unexpected');
  }
}
