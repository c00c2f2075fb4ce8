import { kvs, Sort, WhereConditions } from '@forge/kvs';
import { nextDueAt } from '../verification/session/due';
import { isClaimed } from '../verification/session/session-record';
import { commitRows, createRow, loadRow } from './entity';
import { stored } from './failure';
import { sortableTime } from './sortable-time';
import type { Row } from './entity';
import type { KnownIdentity } from '../verification/session/known-identity';
import type { Account } from '../verification/sending/account';
import type { SessionRecord } from '../verification/session/session-record';
import type { Change, IdPage, Kept, Records, Store, Stored, VerificationPage } from '../verification/store';

/** Verifications, tickets, employees, identities and accounts in Forge's custom entities of the same names. */
export const store: Store = {
  verifications: records('verification'),
  tickets: records('ticket'),
  employees: records('employee'),
  identities: records('identity'),
  accounts: records('account'),
  commit: (changes) => commitRows(changes.map(toRowChange)),
  due,
  byTicket,
  ofEmployee,
  requestedBefore,
  identitiesBefore,
  newestRequestedAt,
  requestedBy,
  accountsReportedBefore,
};

/** All that is due shares one partition of the index `by-due`. */
const DUE_BUCKET = 'due';
/** All verifications share one partition of the index `by-age`. */
const AGE_BUCKET = 'verification';
/** All accounts share one partition of the index `by-report`. */
const ACCOUNT_BUCKET = 'account';
/** All identities share one partition of the index `by-age`. */
const IDENTITY_BUCKET = 'identity';
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
      const row = await createRow(entity, key, value, indexed(entity, value));
      return row && { key, value, rev: row.rev };
    },
    change: ({ key, rev }: Stored<T>, value: T) => ({ entity, key, rev, value }),
    remove: ({ key, rev }: Stored<T>) => ({ entity, key, rev, value: undefined }),
  };
}

function toRowChange({ entity, key, rev, value }: Change) {
  return { entityName: entity, key, rev, details: value, indexed: indexed(entity, value) };
}

function indexed(entity: keyof Kept, value: Change['value']): Record<string, string> {
  if (!value) return {};
  if (entity === 'verification') return indexedAttributes(value as SessionRecord);
  if (entity === 'identity') return identityAttributes(value as KnownIdentity);
  return entity === 'account' ? accountAttributes(value as Account) : {};
}

function accountAttributes({ reportedAt }: Account): Record<string, string> {
  return { bucket: ACCOUNT_BUCKET, reportedAt: sortableTime(reportedAt) };
}

function identityAttributes({ provenAt }: KnownIdentity): Record<string, string> {
  return { bucket: IDENTITY_BUCKET, provenAt: sortableTime(provenAt) };
}

// A record without an index's attributes is not in that index (unconfirmed; reading copes with more than is due).
function indexedAttributes(record: SessionRecord): Record<string, string> {
  const dueAt = nextDueAt(record);
  return {
    ...(isClaimed(record) && {
      issueId: record.link.issue.id,
      requestedAt: sortableTime(record.link.requestedAt),
      employee: record.link.employee,
      ...(record.link.requestedBy !== '' && { requestedBy: record.link.requestedBy }),
      age: AGE_BUCKET,
    }),
    ...(dueAt !== undefined && { bucket: DUE_BUCKET, dueAt: sortableTime(dueAt) }),
  };
}

function due(now: number, cursor?: string): Promise<IdPage> {
  const query = indexOf('by-due', DUE_BUCKET).where(WhereConditions.lessThanEqualTo(sortableTime(now)));
  return idPage(query, cursor);
}

function ofEmployee(employeeKey: string): Promise<string[]> {
  return keys(indexOf('by-employee', employeeKey).limit(MOST_OF_A_PAGE));
}

function requestedBefore(time: number, cursor?: string): Promise<IdPage> {
  const query = indexOf('by-age', AGE_BUCKET).where(WhereConditions.lessThan(sortableTime(time)));
  return idPage(query, cursor);
}

function identitiesBefore(time: number, cursor?: string): Promise<IdPage> {
  const index = kvs
    .entity<Row<KnownIdentity>>('identity')
    .query()
    .index('by-age', { partition: [IDENTITY_BUCKET] });
  return idPage(index.where(WhereConditions.lessThan(sortableTime(time))), cursor);
}

interface PageableQuery {
  limit(count: number): this;
  cursor(cursor: string): this;
  getMany(): Promise<{ results: { key: string }[]; nextCursor?: string | undefined }>;
}

async function idPage(query: PageableQuery, cursor: string | undefined): Promise<IdPage> {
  const page = query.limit(MOST_OF_A_PAGE);
  const { results, nextCursor } = await stored((cursor === undefined ? page : page.cursor(cursor)).getMany());
  return { ids: results.map(({ key }) => key), cursor: nextCursor };
}

async function newestRequestedAt(): Promise<number | undefined> {
  const { results } = await stored(indexOf('by-age', AGE_BUCKET).sort(Sort.DESC).limit(1).getMany());
  const newest = results[0]?.value.details;
  return isClaimed(newest) ? newest.link.requestedAt : undefined;
}

function requestedBy(accountId: string): Promise<string[]> {
  return keys(indexOf('by-requester', accountId).limit(MOST_OF_A_PAGE));
}

function accountsReportedBefore(time: number, limit: number): Promise<string[]> {
  const index = kvs
    .entity<Row<Account>>('account')
    .query()
    .index('by-report', { partition: [ACCOUNT_BUCKET] });
  return keys(
    index.where(WhereConditions.lessThan(sortableTime(time))).limit(Math.min(limit, MOST_OF_A_PAGE)),
  );
}

function indexOf(index: string, partition: string) {
  return kvs
    .entity<Row<SessionRecord>>('verification')
    .query()
    .index(index, { partition: [partition] });
}

async function keys(query: { getMany(): Promise<{ results: { key: string }[] }> }): Promise<string[]> {
  const { results } = await stored(query.getMany());
  return results.map(({ key }) => key);
}

async function byTicket(issueId: string, limit: number, cursor?: string): Promise<VerificationPage> {
  const query = indexOf('by-ticket', issueId).sort(Sort.DESC).limit(limit);
  const page = await stored((cursor === undefined ? query : query.cursor(cursor)).getMany());
  const verifications = page.results.map(({ value }) => value.details).filter(isClaimed);
  return { verifications, cursor: page.nextCursor };
}
