import { AppError } from '../../src/verification/app-error';
import { isUnclaimedDue, nextDueAt } from '../../src/verification/session/due';
import { isClaimed } from '../../src/verification/session/session-record';
import type { Link, Verification } from '../../src/verification/session/session-record';
import type { Change, Kept, Records, Store, Stored, VerificationPage } from '../../src/verification/store';

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
  /** The index of an employee's verifications does not list any of them yet. */
  isIndexBehind = false;

  readonly verifications = this.records('verification');
  readonly tickets = this.records('ticket');
  readonly employees = this.records('employee');
  readonly identities = this.records('identity');
  readonly accounts = this.records('account');

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

  due(now: number): AsyncIterable<string> {
    return this.idsWhere('verification', (record) => nextDueAt(record) <= now);
  }

  byTicket(issueId: string, limit: number, cursor = '0'): Promise<VerificationPage> {
    const from = Number(cursor);
    const all = this.verificationsWhere(({ issue }) => issue.id === issueId).sort(
      (one, other) => other.link.requestedAt - one.link.requestedAt,
    );
    const next = from + limit < all.length ? String(from + limit) : undefined;
    return Promise.resolve({ verifications: all.slice(from, from + limit), cursor: next });
  }

  unclaimedDue(now: number): AsyncIterable<string> {
    return this.idsWhere('verification', (record) => isUnclaimedDue(record, now));
  }

  ofEmployee(employeeKey: string): AsyncIterable<string> {
    return this.idsWhere(
      'verification',
      (record) => !this.isIndexBehind && isClaimed(record) && record.link.employee === employeeKey,
    );
  }

  askedBefore(entity: 'ticket' | 'employee', time: number): AsyncIterable<string> {
    return this.idsWhere(entity, ({ askedAt }) => askedAt < time);
  }

  requestedBefore(time: number): AsyncIterable<string> {
    return this.idsWhere('verification', (record) => isClaimed(record) && record.link.requestedAt < time);
  }

  identitiesBefore(time: number): AsyncIterable<string> {
    return this.idsWhere('identity', ({ provenAt }) => provenAt < time);
  }

  private async *idsWhere<E extends keyof Kept>(
    entity: E,
    isIn: (value: Kept[E]) => boolean,
  ): AsyncGenerator<string> {
    for await (const page of this.pagesWhere(entity, isIn)) yield* page;
  }

  /** Pages are short. The next one starts after the last id, even if its record is gone. */
  private async *pagesWhere<E extends keyof Kept>(
    entity: E,
    isIn: (value: Kept[E]) => boolean,
  ): AsyncGenerator<string[]> {
    let after = '';
    for (;;) {
      const all = this.keys(entity)
        .filter((key) => isIn(this.stored(entity, key)))
        .filter((id) => id > after)
        .sort();
      const ids = all.slice(0, IDS_A_PAGE);
      yield await Promise.resolve(ids);
      if (all.length <= IDS_A_PAGE) return;
      after = ids.at(-1) ?? '';
    }
  }

  newestRequestedAt(): Promise<number | undefined> {
    const times = this.verificationsWhere(() => true).map(({ link }) => link.requestedAt);
    return Promise.resolve(times.length > 0 ? Math.max(...times) : undefined);
  }

  naming(accountId: string): AsyncIterable<string> {
    return this.idsWhere(
      'verification',
      (record) =>
        isClaimed(record) &&
        [record.link.requestedBy, record.link.subject.reporterAccountId, record.code?.confirmed?.by].includes(
          accountId,
        ),
    );
  }

  accountsReportedBefore(time: number): AsyncIterable<string[]> {
    return this.pagesWhere('account', ({ reportedAt }) => reportedAt < time);
  }

  private verificationsWhere(isIn: (link: Link) => boolean): Verification[] {
    return this.keys('verification')
      .map((key) => this.peek('verification', key))
      .filter(isClaimed)
      .filter(({ link }) => isIn(link));
  }

  /** The stored value, for a test to look at. */
  peek<E extends keyof Kept>(entity: E, key: string): Kept[E] | undefined {
    return structuredClone(this.rows.get(rowKey({ entity, key }))?.value) as Kept[E] | undefined;
  }

  private stored<E extends keyof Kept>(entity: E, key: string): Kept[E] {
    const value = this.peek(entity, key);
    if (value === undefined) throw new Error(`There is no ${entity} ${key}`);
    return value;
  }

  /** All keys of one kind. */
  keys(entity: Change['entity']): string[] {
    const prefix = `${entity}/`;
    return [...this.rows.keys()]
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length));
  }

  private records<E extends keyof Kept>(entity: E): Records<Kept[E]> {
    type T = Kept[E];
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
      change: ({ key, rev }: Stored<T>, value: T) => ({ entity, key, rev, value }),
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
