import type { Clock, Store } from '../store';
import type { CorePorts } from '../ticket/ports';

export interface UpkeepPorts extends CorePorts {
  /** How long verifications are kept, in days. */
  policies: { retentionDays(): Promise<number> };
}

/** How many verifications one call erased, and whether anything is left for the next call. */
export interface Erasure {
  erased: number;
  isDone: boolean;
}

/** Atlassian's register of the account ids that apps keep. */
export interface AccountReports {
  /** Reports ids; answers those whose accounts were closed. Throws `jira-unreachable`. */
  report(accountIds: string[], at: number): Promise<string[]>;
}

export interface ReportPorts {
  store: Store;
  accountReports: AccountReports;
  /** The accounts that something outside the store names. */
  namedElsewhere: () => Promise<Set<string>>;
  /** Removes an account from everything outside the store. */
  forgetElsewhere: (accountId: string) => Promise<void>;
  clock: Clock;
}
