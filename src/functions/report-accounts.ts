import { forgetAdministrator, namedAccounts } from '../settings/forget-administrator';
import { reportAccounts as report } from '../verification/upkeep/report-accounts';
import { scheduled } from './scheduled';
import type { ScheduleAnswer } from './scheduled';

/** Runs every day. */
export function reportAccounts(): Promise<ScheduleAnswer> {
  return scheduled('report-accounts', ({ verification, settings }) =>
    report({
      ...verification,
      namedElsewhere: () => namedAccounts(settings),
      forgetElsewhere: (accountId) => forgetAdministrator(settings, accountId),
    }),
  );
}
