import { privacy } from '@forge/api';
import { AppError } from '../verification/app-error';
import type { AccountReports } from '../verification/upkeep/ports';

/**
 * Atlassian's personal data reporting. Whether it needs a scope of its own is unconfirmed.
 * @see https://developer.atlassian.com/platform/forge/user-privacy-guidelines/
 */
export const accountReports: AccountReports = {
  async report(accountIds, at) {
    const updatedAt = new Date(at).toISOString();
    try {
      const updates = await privacy.reportPersonalData(
        accountIds.map((accountId) => ({ accountId, updatedAt })),
      );
      return updates.filter(({ status }) => status === 'closed').map(({ accountId }) => accountId);
    } catch (cause) {
      throw new AppError('jira-unreachable', { isRetryable: true, cause });
    }
  },
};
