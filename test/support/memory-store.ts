import type { Account } from '../../src/verification/account';
import { AppError } from '../../src/verification/app-error';
import { nextDueAt } from '../../src/verification/due';
import type { Change, IdPage, Records, Store, Stored, VerificationPage } from '../../src/verification/ports';
import type { SessionRecord } from '../../src/verification/verification';

const IDS_A_PAGE = 2;

interface Row {
  value: unknown;
  rev: number;
}

/** The app's store in memory, with the same conditional writes. Records go in and out as copies, as in Forge. */
export class MemoryStore implements Store {
  private rows = new Map<string, Row>();
  /** Called before each commit: the place to have somebody else write in between, or to fail. */
  beforeCommit: (changes: Change[]) => void | Promise<void> = () => undefined;
  isDown = false;

  readonly verifications = this.records<SessionRecord>('verification');
  readonly tickets = this.records<Store['tickets'] extends Records<infer T> ? T : never>('ticket');
  readonly employees = this.records<Store['employees'] extends Records<infer T> ? T : never>('employee');

  readonly accounts = this.records<Store['accounts'] extends Records<infer T> ? T : never>('account');

  async commit(changes: Change[]): Promise<boolean> {
    await this.beforeCommit(changes);
    this.failIfDown();
    if (changes.some((change) => this.rows.get(rowKey(change))?.rev !== change.rev)) return false;
    for (const change of changes) {
      if (change.value === undefined) this.rows.delete(rowKey(change));
      else this.rows.set(rowKey(change), { value: structuredClone(change.value), rev: change.rev + 1 });
    }
    return true;
  }

  due(now: number, cursor?: string): Promise<IdPage> {
    return this.idPage((record) => (nextDueAt(record) ?? Infinity) <= now, cursor);
  }

  byTicket(issueId: string, limit: number, cursor = '0'): Promise<VerificationPage> {
    const from = Number(cursor);
    const all = structuredClone(this.sessions())
      .filter((record) => record.kind === 'verification')
      .filter((verification) => verification.issue.id === issueId)
      .sort((a, b) => b.requestedAt - a.requestedAt);
    const next = from + limit < all.length ? String(from + limit) : undefined;
    return Promise.resolve({ verifications: all.slice(from, from + limit), cursor: next });
  }

  ofEmployee(employeeKey: string): Promise<string[]> {
    const of = this.sessions().filter(
      (record) => record.kind === 'verification' && record.employee === employeeKey,
    );
    return Promise.resolve(of.map(({ interviewId }) => interviewId));
  }

  requestedBefore(time: number, cursor?: string): Promise<IdPage> {
    return this.idPage((record) => record.kind === 'verification' && record.requestedAt < time, cursor);
  }

  /** Pages are short, and go on after the last id, whatever became of it. */
  private idPage(isIn: (record: SessionRecord) => boolean, cursor = ''): Promise<IdPage> {
    const ids = this.sessions()
      .filter(isIn)
      .map(({ interviewId }) => interviewId)
      .sort()
      .filter((id) => id > cursor);
    const interviewIds = ids.slice(0, IDS_A_PAGE);
    return Promise.resolve({
      interviewIds,
      cursor: ids.length > IDS_A_PAGE ? interviewIds.at(-1) : undefined,
    });
  }

  newestRequestedAt(): Promise<number | undefined> {
    const times = this.sessions().flatMap((record) =>
      record.kind === 'verification' ? [record.requestedAt] : [],
    );
    return Promise.resolve(times.length > 0 ? Math.max(...times) : undefined);
  }

  requestedBy(accountId: string): Promise<string[]> {
    const by = this.sessions().filter(
      (record) => record.kind === 'verification' && record.requestedBy === accountId,
    );
    return Promise.resolve(by.map(({ interviewId }) => interviewId));
  }

  accountsReportedBefore(time: number, limit: number): Promise<string[]> {
    const before = this.keys('account').filter(
      (key) => (this.peek('account', key) as Account).reportedAt < time,
    );
    return Promise.resolve(before.slice(0, limit));
  }

  private sessions(): SessionRecord[] {
    return [...this.rows]
      .filter(([key]) => key.startsWith('verification/'))
      .map(([, { value }]) => value as SessionRecord);
  }

  /** The stored value, for a test to look at. */
  peek(entity: Change['entity'], key: string): unknown {
    return structuredClone(this.rows.get(rowKey({ entity, key }))?.value);
  }

  /** All keys of one kind. */
  keys(entity: Change['entity']): string[] {
    const prefix = `${entity}/`;
    return [...this.rows.keys()]
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length));
  }

  private records<T>(entity: Change['entity']): Records<T> {
    return {
      load: (key) => {
        this.failIfDown();
        const row = this.rows.get(rowKey({ entity, key }));
        return Promise.resolve(row && { key, rev: row.rev, value: structuredClone(row.value) as T });
      },
      create: (key, value) => {
        this.failIfDown();
        const at = rowKey({ entity, key });
        if (this.rows.has(at)) return Promise.resolve(undefined);
        this.rows.set(at, { value: structuredClone(value), rev: 1 });
        return Promise.resolve({ key, value, rev: 1 });
      },
      change: ({ key, rev }: Stored<T>, value: T) => ({ entity, key, rev, value: value as Change['value'] }),
      remove: ({ key, rev }: Stored<T>) => ({ entity, key, rev, value: undefined }),
    };
  }

  private failIfDown(): void {
    if (this.isDown) throw new AppError('storage-unavailable', { isRetryable: true });
  }
}

function rowKey({ entity, key }: { entity: string; key: string }): string {
  return `${entity}/${key}`;
}
