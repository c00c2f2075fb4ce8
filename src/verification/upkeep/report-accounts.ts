import { changeRecord } from '../retry-on-conflict';
import { isClaimed } from '../session/session-record';
import type { ReportPorts } from './ports';

/** Atlassian asks for each id at least every 7 days. */
const REPORTED_EVERY_MS = 6 * 24 * 60 * 60_000;
/** How long after its start a run takes up another page. Forge ends it after 55 s. */
const REPORTING_MS = 30_000;

/**
 * Reports to Atlassian which account ids are kept, page by page, and forgets those of closed accounts. The rest waits for
 * the next run when time is up.
 * @throws {AppError} `storage-unavailable`, `jira-unreachable`: the next run continues
 */
export async function reportAccounts(ports: ReportPorts): Promise<void> {
  const { store, clock } = ports;
  const startedAt = clock.now();
  for await (const accountIds of store.accountsReportedBefore(startedAt - REPORTED_EVERY_MS)) {
    if (accountIds.length > 0) await reportPage(ports, accountIds, startedAt);
    if (clock.now() - startedAt >= REPORTING_MS) return;
  }
}

async function reportPage(ports: ReportPorts, accountIds: string[], now: number): Promise<void> {
  const { store, accountReports } = ports;
  const closed = new Set(await accountReports.report(accountIds, now));
  for (const accountId of accountIds) {
    if (closed.has(accountId)) await forget(ports, accountId);
    else await changeRecord(store, store.accounts, accountId, (account) => ({ ...account, reportedAt: now }));
  }
}

// The account's record is removed last: while it exists, the next run tries again.
async function forget({ store, forgetElsewhere }: ReportPorts, accountId: string): Promise<void> {
  for await (const interviewId of store.requestedBy(accountId)) {
    await changeRecord(store, store.verifications, interviewId, (record) =>
      isClaimed(record) ? { ...record, link: { ...record.link, requestedBy: '' } } : record,
    );
  }
  await forgetElsewhere(accountId);
  const account = await store.accounts.load(accountId);
  for await (const _ of store.requestedBy(accountId)) return;
  if (account) await store.commit([store.accounts.remove(account)]);
}
