import { kvs, Sort, WhereConditions } from '@forge/kvs';
import { nextDueAt } from '../verification/due';
import { commitRows, createRow, loadRow } from './entity';
import { stored } from './failure';
import type { Row } from './entity';
import type { Change, Records, Store, Stored, VerificationPage } from '../verification/ports';
import type { SessionRecord, Verification } from '../verification/verification';

/** Verifications, tickets and employees in Forge's custom entities of the same names. */
export const store: Store = {
  verifications: records('verification'),
  tickets: records('ticket'),
  employees: records('employee'),
  commit: (changes) => commitRows(changes.map(toRowChange)),
  due,
  byTicket,
};

/** All that is due shares one partition of the index `by-due`. */
const DUE_BUCKET = 'due';

function records<T extends Change['value'] & object>(entity: Change['entity']): Records<T> {
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

function indexed(entity: Change['entity'], value: Change['value']) {
  return entity === 'verification' && value ? indexedAttributes(value as SessionRecord) : {};
}

// A record without an index's attributes is not in that index (unconfirmed; reading copes with more than is due).
function indexedAttributes(record: SessionRecord): Record<string, string | number> {
  const dueAt = nextDueAt(record);
  return {
    ...(record.kind === 'verification' && {
      issueId: record.issue.id,
      requestedAt: record.requestedAt,
      employee: record.employee,
    }),
    ...(dueAt !== undefined && { bucket: DUE_BUCKET, dueAt }),
  };
}

async function due(now: number, limit: number): Promise<string[]> {
  const { results } = await stored(
    kvs
      .entity<Row<SessionRecord> & { dueAt: number }>('verification')
      .query()
      .index('by-due', { partition: [DUE_BUCKET] })
      .where(WhereConditions.lessThanEqualTo(now))
      .limit(limit)
      .getMany(),
  );
  return results.map(({ key }) => key);
}

function isVerification(record: SessionRecord): record is Verification {
  return record.kind === 'verification';
}

async function byTicket(issueId: string, limit: number, cursor?: string): Promise<VerificationPage> {
  const query = kvs
    .entity<Row<SessionRecord> & { requestedAt: number }>('verification')
    .query()
    .index('by-ticket', { partition: [issueId] })
    .sort(Sort.DESC)
    .limit(limit);
  const page = await stored((cursor === undefined ? query : query.cursor(cursor)).getMany());
  const verifications = page.results.map(({ value }) => value.details).filter(isVerification);
  return { verifications, cursor: page.nextCursor };
}
