import { isClaimed } from '../session/session-record';
import type { Store } from '../store';
import type { ReportPorts } from './ports';

/** Atlassian asks for each id at least every 7 days. */
const REPORTED_EVERY_MS = 6 * 24 * 60 * 60_000;
const MOST_A_RUN = 500;

/**
 * Tells Atlassian which account ids are kept, and forgets those whose accounts were closed.
 * @throws {AppError} `storage-unavailable`, `jira-unreachable`: the next run takes up what was left
 */
export async function reportAccounts(ports: ReportPorts): Promise<void> {
  const { store, accountReports, clock } = ports;
  const now = clock.now();
  const accountIds = await store.accountsReportedBefore(now - REPORTED_EVERY_MS, MOST_A_RUN);
  if (accountIds.length === 0) return;
  const closed = new Set(await accountReports.report(accountIds, now));
  for (const accountId of accountIds) {
    if (closed.has(accountId)) await forget(ports, accountId);
    else await markReported(store, accountId, now);
  }
}

async function markReported(store: Store, accountId: string, reportedAt: number): Promise<void> {
  const account = await store.accounts.load(accountId);
  // Who loses this race is reported once more.
  if (account) await store.commit([store.accounts.change(account, { ...account.value, reportedAt })]);
}

// The record goes last: as long as it is there, the next run tries again.
async function forget({ store, forgetElsewhere }: ReportPorts, accountId: string): Promise<void> {
  for (const interviewId of await store.requestedBy(accountId)) await forgetRequester(store, interviewId);
  await forgetElsewhere(accountId);
  const account = await store.accounts.load(accountId);
  if (account && (await store.requestedBy(accountId)).length === 0) {
    await store.commit([store.accounts.remove(account)]);
  }
}

async function forgetRequester(store: Store, interviewId: string): Promise<void> {
  const record = await store.verifications.load(interviewId);
  if (!record || !isClaimed(record.value)) return;
  const { value } = record;
  const link = { ...value.link, requestedBy: '' };
  await store.commit([store.verifications.change(record, { ...value, link })]);
}
