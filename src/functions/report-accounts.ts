import { forgetAdministrator } from '../settings/forget-administrator';
import { AppError, toAppError } from '../verification/app-error';
import { reportAccounts as report } from '../verification/report-accounts';
import { app as newApp } from '../wiring/app';

/** Runs every day. */
export async function reportAccounts(): Promise<void> {
  const app = newApp();
  try {
    await report({
      ...app.verification,
      forgetElsewhere: (accountId) => forgetAdministrator(app.settings, accountId),
    });
  } catch (error) {
    app.logFailure('report-accounts', toAppError(error));
    // Without the cause: its message may hold what must not reach a log.
    throw new AppError('unexpected');
  }
}
