import { isClaimed } from '../session/session-record';
import { inPages } from '../store';
import type { Store } from '../store';
import type { ReportPorts } from './ports';

/** Atlassian asks for each id at least every 7 days. */
const REPORTED_EVERY_MS = 6 * 24 * 60 * 60_000;
/** How long after its start a run still takes up another page; Forge ends it after 55 s. */
const REPORTING_MS = 30_000;

/**
 * Reports to Atlassian which account ids are kept, page by page, and forgets those of closed accounts. The rest waits for
 * the next run when time is up.
 * @throws {AppError} `storage-unavailable`, `jira-unreachable`: the next run continues
 */
export async function reportAccounts(ports: ReportPorts): Promise<void> {
  const { store, clock } = ports;
  const startedAt = clock.now();
  let cursor: string | undefined;
  do {
    const page = await store.accountsReportedBefore(startedAt - REPORTED_EVERY_MS, cursor);
    if (page.ids.length > 0) await reportPage(ports, page.ids, startedAt);
    cursor = page.cursor;
  } while (cursor !== undefined && clock.now() - startedAt < REPORTING_MS);
}

async function reportPage(ports: ReportPorts, accountIds: string[], now: number): Promise<void> {
  const closed = new Set(await ports.accountReports.report(accountIds, now));
  for (const accountId of accountIds) {
    if (closed.has(accountId)) await forget(ports, accountId);
    else await markReported(ports.store, accountId, now);
  }
}

async function markReported(store: Store, accountId: string, reportedAt: number): Promise<void> {
  const account = await store.accounts.load(accountId);
  // If another write comes first, the account is reported once more.
  if (account) await store.commit([store.accounts.change(account, { ...account.value, reportedAt })]);
}

// The account's record is removed last: while it exists, the next run tries again.
async function forget({ store, forgetElsewhere }: ReportPorts, accountId: string): Promise<void> {
  for await (const interviewId of requestedBy(store, accountId)) await forgetRequester(store, interviewId);
  await forgetElsewhere(accountId);
  const account = await store.accounts.load(accountId);
  for await (const _ of requestedBy(store, accountId)) return;
  if (account) await store.commit([store.accounts.remove(account)]);
}

function requestedBy(store: Store, accountId: string): AsyncIterable<string> {
  return inPages((cursor) => store.requestedBy(accountId, cursor));
}

async function forgetRequester(store: Store, interviewId: string): Promise<void> {
  const record = await store.verifications.load(interviewId);
  if (!record || !isClaimed(record.value)) return;
  const { value } = record;
  const link = { ...value.link, requestedBy: '' };
  await store.commit([store.verifications.change(record, { ...value, link })]);
}
