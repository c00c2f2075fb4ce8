import { changeRecord } from '../retry-on-conflict';
import { withinADay } from '../sending/limits';
import { isClaimed } from '../session/session-record';
import { isVerification } from '../store';
import type { CodeTries, Link } from '../session/session-record';
import type { Store } from '../store';
import type { ReportPorts } from './ports';

/** Atlassian asks for each id at least every 7 days. */
const REPORTED_EVERY_MS = 6 * 24 * 60 * 60_000;
/** How long after its start a run takes up another page. Forge ends it after 55 s. */
const REPORTING_MS = 30_000;

/**
 * Reports to Atlassian which account ids are kept, page by page, and forgets those of closed accounts and those that
 * nothing names any more. The rest waits for the next run when time is up.
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

async function reportPage(ports: ReportPorts, page: string[], now: number): Promise<void> {
  const { store, accountReports } = ports;
  const accountIds = await withoutUnused(ports, page, now);
  if (accountIds.length === 0) return;
  const closed = new Set(await accountReports.report(accountIds, now));
  for (const accountId of accountIds) {
    if (closed.has(accountId)) await forget(ports, accountId);
    else await changeRecord(store, store.accounts, accountId, (account) => ({ ...account, reportedAt: now }));
  }
}

/** The accounts that something still names. Drops the others: their ids need not be kept. */
async function withoutUnused(
  { store, namedElsewhere }: ReportPorts,
  accountIds: string[],
  now: number,
): Promise<string[]> {
  const elsewhere = await namedElsewhere();
  const used: string[] = [];
  for (const accountId of accountIds) {
    const account = await store.accounts.load(accountId);
    if (!account) continue;
    const isUsed =
      elsewhere.has(accountId) ||
      withinADay(account.value.sends, now).length > 0 ||
      (await isNamed(store, accountId));
    // If another write comes first, the account is in use again.
    if (isUsed || !(await store.commit([store.accounts.remove(account)]))) used.push(accountId);
  }
  return used;
}

async function isNamed(store: Store, accountId: string): Promise<boolean> {
  for await (const _ of store.naming(accountId)) return true;
  return false;
}

// The account's record is removed last: while it exists, the next run tries again.
async function forget({ store, forgetElsewhere }: ReportPorts, accountId: string): Promise<void> {
  for await (const interviewId of store.naming(accountId)) {
    await forgetInSession(store, interviewId, accountId);
  }
  await forgetElsewhere(accountId);
  const account = await store.accounts.load(accountId);
  if (account && !(await isNamed(store, accountId))) await store.commit([store.accounts.remove(account)]);
}

async function forgetInSession(store: Store, interviewId: string, accountId: string): Promise<void> {
  const session = await store.verifications.load(interviewId);
  if (!isVerification(session)) return;
  await changeRecord(store, store.tickets, session.value.link.issue.id, (ticket) =>
    ticket.requestedBy === accountId ? { ...ticket, requestedBy: undefined } : ticket,
  );
  // The session last: while it names the account, the next run finds it again.
  await changeRecord(store, store.verifications, interviewId, (record) =>
    isClaimed(record)
      ? {
          ...record,
          link: withoutAccount(record.link, accountId),
          code: withoutConfirmer(record.code, accountId),
        }
      : record,
  );
}

function withoutConfirmer(code: CodeTries | undefined, accountId: string): CodeTries | undefined {
  const { confirmed } = code ?? {};
  return code && confirmed?.by === accountId ? { ...code, confirmed: { ...confirmed, by: '' } } : code;
}

function withoutAccount(link: Link, accountId: string): Link {
  const { subject, requestedBy } = link;
  const { reporterAccountId, ...unnamed } = subject;
  return {
    ...link,
    subject: reporterAccountId === accountId ? unnamed : subject,
    requestedBy: requestedBy === accountId ? '' : requestedBy,
  };
}
