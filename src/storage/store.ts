import { kvs, Sort, WhereConditions } from '@forge/kvs';
import { nextDueAt, unclaimedDueAt } from '../verification/session/due';
import { isClaimed } from '../verification/session/session-record';
import { commitRows, createRow, loadRow } from './entity';
import { stored } from './failure';
import { sortableTime } from './sortable-time';
import type { Lifetime, Row } from './entity';
import type { Account, Employee, KnownIdentity } from '../verification/sending/employee';
import type { SessionRecord } from '../verification/session/session-record';
import type { Ticket } from '../verification/ticket/ticket';
import type { Change, Kept, Records, Store, Stored, VerificationPage } from '../verification/store';

/** Verifications, tickets, employees, identities and accounts in Forge's custom entities of the same names. */
export const store: Store = {
  verifications: records('verification'),
  tickets: records('ticket'),
  employees: records('employee'),
  identities: records('identity'),
  accounts: records('account'),
  commit: (changes) => commitRows(changes.map(toRowChange)),
  due: (now) => keys(indexOf('verification', 'by-due', DUE_BUCKET).where(until(now))),
  unclaimedDue: (now) => keys(indexOf('verification', 'by-due', UNCLAIMED_BUCKET).where(until(now))),
  byTicket,
  ofEmployee: (employeeKey) => keys(indexOf('verification', 'by-employee', employeeKey)),
  requestedBefore: (time) => keys(indexOf('verification', 'by-age', AGE_BUCKET).where(before(time))),
  newestRequestedAt,
  naming,
  identitiesBefore: (time) => keys(indexOf('identity', 'by-age', IDENTITY_BUCKET).where(before(time))),
  accountsReportedBefore: (time) =>
    pages(indexOf('account', 'by-report', ACCOUNT_BUCKET).where(before(time))),
  askedBefore: (entity, time) => keys(indexOf(entity, 'by-age', ASKED_BUCKET).where(before(time))),
};

/** All claimed sessions with something due share one partition of the index `by-due`. */
const DUE_BUCKET = 'due';
/** Unclaimed sessions have their own partition there, so that tickets do not wait for them. */
const UNCLAIMED_BUCKET = 'unclaimed';
/** All verifications share one partition of the index `by-age`. */
const AGE_BUCKET = 'verification';
/** All accounts share one partition of the index `by-report`. */
const ACCOUNT_BUCKET = 'account';
/** All identities share one partition of the index `by-age`. */
const IDENTITY_BUCKET = 'identity';
/** All tickets, and all employees, share one partition of their own index `by-age`. */
const ASKED_BUCKET = 'asked';
/** @see https://developer.atlassian.com/platform/forge/runtime-reference/storage-api-query-complex/ */
const MOST_OF_A_PAGE = 100;

function records<E extends keyof Kept>(entity: E): Records<Kept[E]> {
  type T = Kept[E];
  return {
    async load(key) {
      const row = await loadRow<T>(entity, key);
      return row && { key, value: row.details, rev: row.rev };
    },
    async create(key, value) {
      const row = await createRow(entity, key, value, {
        indexed: indexed(entity, value),
        lifetime: lifetimeOf(entity, value),
      });
      return row && { key, value, rev: row.rev };
    },
    change: ({ key, rev }: Stored<T>, value: T) => ({ entity, key, rev, value }),
    remove: ({ key, rev }: Stored<T>) => ({ entity, key, rev, value: undefined }),
  };
}

function toRowChange({ entity, key, rev, value }: Change) {
  return {
    entityName: entity,
    key,
    rev,
    details: value,
    indexed: indexed(entity, value),
    lifetime: lifetimeOf(entity, value),
  };
}

function indexed(entity: keyof Kept, value: Change['value']): Record<string, string> {
  return value ? (attributes[entity] as (value: Kept[keyof Kept]) => Record<string, string>)(value) : {};
}

const attributes: { [E in keyof Kept]: (value: Kept[E]) => Record<string, string> } = {
  verification: indexedAttributes,
  identity: identityAttributes,
  account: accountAttributes,
  ticket: askedAttributes,
  employee: askedAttributes,
};

function askedAttributes({ askedAt }: Ticket | Employee): Record<string, string> {
  return { bucket: ASKED_BUCKET, askedAt: sortableTime(askedAt) };
}

/** Longer than housekeeping keeps an unclaimed session. */
const UNCLAIMED_LIFETIME = { unit: 'DAYS', value: 1 } as const;
/**
 * As long as the longest retention, from the last write on; Forge takes a year at most. It is set on purpose: whether a
 * write without a lifetime ends an earlier one is unconfirmed.
 */
const CLAIMED_LIFETIME = { unit: 'DAYS', value: 365 } as const;

/** How long Forge keeps a record at most, where housekeeping does not drop it. */
function lifetimeOf(entity: keyof Kept, value: Change['value']): Lifetime | undefined {
  if (entity !== 'verification' || !value) return undefined;
  return isClaimed(value as SessionRecord) ? CLAIMED_LIFETIME : UNCLAIMED_LIFETIME;
}

function accountAttributes({ reportedAt }: Account): Record<string, string> {
  return { bucket: ACCOUNT_BUCKET, reportedAt: sortableTime(reportedAt) };
}

function identityAttributes({ provenAt }: KnownIdentity): Record<string, string> {
  return { bucket: IDENTITY_BUCKET, provenAt: sortableTime(provenAt) };
}

// A record without an index's attributes is not in that index (unconfirmed; reading copes with more than is due).
function indexedAttributes(record: SessionRecord): Record<string, string> {
  if (!isClaimed(record)) {
    return { bucket: UNCLAIMED_BUCKET, dueAt: sortableTime(unclaimedDueAt(record)) };
  }
  const dueAt = nextDueAt(record);
  const { reporterAccountId } = record.link.subject;
  const confirmedBy = record.code?.confirmed?.by ?? '';
  return {
    issueId: record.link.issue.id,
    requestedAt: sortableTime(record.link.requestedAt),
    employee: record.link.employee,
    ...(record.link.requestedBy !== '' && { requestedBy: record.link.requestedBy }),
    ...(reporterAccountId !== undefined && { reporter: reporterAccountId }),
    ...(confirmedBy !== '' && { confirmedBy }),
    age: AGE_BUCKET,
    ...(dueAt < Infinity && { bucket: DUE_BUCKET, dueAt: sortableTime(dueAt) }),
  };
}

interface PageableQuery {
  limit(count: number): this;
  cursor(cursor: string): this;
  getMany(): Promise<{ results: { key: string }[]; nextCursor?: string | undefined }>;
}

/** The keys that a query finds, page by page. */
async function* pages(query: PageableQuery): AsyncGenerator<string[]> {
  let page = query.limit(MOST_OF_A_PAGE);
  for (;;) {
    const { results, nextCursor } = await stored(page.getMany());
    yield results.map(({ key }) => key);
    if (nextCursor === undefined) return;
    page = page.cursor(nextCursor);
  }
}

async function* keys(query: PageableQuery): AsyncGenerator<string> {
  for await (const page of pages(query)) yield* page;
}

async function* naming(accountId: string): AsyncGenerator<string> {
  yield* keys(indexOf('verification', 'by-requester', accountId));
  yield* keys(indexOf('verification', 'by-reporter', accountId));
  yield* keys(indexOf('verification', 'by-confirmer', accountId));
}

async function newestRequestedAt(): Promise<number | undefined> {
  const { results } = await stored(
    indexOf('verification', 'by-age', AGE_BUCKET).sort(Sort.DESC).limit(1).getMany(),
  );
  const newest = results[0]?.value.details;
  return isClaimed(newest) ? newest.link.requestedAt : undefined;
}

function indexOf<E extends keyof Kept>(entity: E, index: string, partition: string) {
  return kvs
    .entity<Row<Kept[E]>>(entity)
    .query()
    .index(index, { partition: [partition] });
}

function before(time: number) {
  return WhereConditions.lessThan(sortableTime(time));
}

function until(time: number) {
  return WhereConditions.lessThanEqualTo(sortableTime(time));
}

async function byTicket(issueId: string, limit: number, cursor?: string): Promise<VerificationPage> {
  const query = indexOf('verification', 'by-ticket', issueId).sort(Sort.DESC).limit(limit);
  const page = await stored((cursor === undefined ? query : query.cursor(cursor)).getMany());
  const verifications = page.results.map(({ value }) => value.details).filter(isClaimed);
  return { verifications, cursor: page.nextCursor };
}
