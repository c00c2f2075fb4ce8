import type { Account } from './sending/account';
import type { Employee } from './sending/employee';
import type { KnownIdentity } from './session/known-identity';
import type { SessionRecord, Verification } from './session/session-record';
import type { Ticket } from './ticket/ticket';

/** A record as it was read. Writing it asks that it is still the same. */
export interface Stored<T> {
  key: string;
  value: T;
  rev: number;
}

/** What is kept, by the name of its entity. */
export interface Kept {
  verification: SessionRecord;
  ticket: Ticket;
  employee: Employee;
  identity: KnownIdentity;
  account: Account;
}

/** A conditional write (or, without a value, deletion) that takes part in a `commit`. */
export interface Change {
  entity: keyof Kept;
  key: string;
  rev: number;
  value: Kept[keyof Kept] | undefined;
}

/** Records of one kind. Reading by key is strongly consistent. All methods throw `storage-unavailable`. */
export interface Records<T> {
  load(key: string): Promise<Stored<T> | undefined>;
  /** Creates the record; `undefined` where there is one already. */
  create(key: string, value: T): Promise<Stored<T> | undefined>;
  change(stored: Stored<T>, value: T): Change;
  remove(stored: Stored<T>): Change;
}

/** Everything that is remembered of verifications. */
export interface Store {
  verifications: Records<SessionRecord>;
  tickets: Records<Ticket>;
  employees: Records<Employee>;
  identities: Records<KnownIdentity>;
  accounts: Records<Account>;
  /** Writes all changes or none, each as the revision after; `false` where a record is no longer as it was read. */
  commit(changes: Change[]): Promise<boolean>;
  /** Claimed sessions with something due by `now`, from where `cursor` left off. Reads an index that lags, like the others below. */
  due(now: number, cursor?: string): Promise<IdPage>;
  /** An issue's verifications, newest first, from where `cursor` left off. Reads an index that lags. */
  byTicket(issueId: string, limit: number, cursor?: string): Promise<VerificationPage>;
  /** Sessions that no ticket has claimed in the time for which they are kept, from where `cursor` left off. */
  unclaimedDue(now: number, cursor?: string): Promise<IdPage>;
  /** `interviewId`s of an employee's verifications, from where `cursor` left off. */
  ofEmployee(employeeKey: string, cursor?: string): Promise<IdPage>;
  /** Verifications that were requested before a time, oldest first, from where `cursor` left off. */
  requestedBefore(time: number, cursor?: string): Promise<IdPage>;
  /** Keys of identities that were proven before a time, from where `cursor` left off. */
  identitiesBefore(time: number, cursor?: string): Promise<IdPage>;
  /** When the newest of all verifications was requested. */
  newestRequestedAt(): Promise<number | undefined>;
  /** `interviewId`s of verifications that an account asked for. */
  requestedBy(accountId: string, cursor?: string): Promise<IdPage>;
  /** Account ids of which Atlassian was last told before a time, from where `cursor` left off. */
  accountsReportedBefore(time: number, cursor?: string): Promise<IdPage>;
  /** Keys of the tickets, or employees, for which a link was last asked before a time, from where `cursor` left off. */
  askedBefore(entity: 'ticket' | 'employee', time: number, cursor?: string): Promise<IdPage>;
}

/** A page of keys, and where the next one begins; without a cursor it is the last. */
export interface IdPage {
  ids: string[];
  cursor?: string | undefined;
}

/** All keys of an index, page after page. */
export async function* inPages(page: (cursor?: string) => Promise<IdPage>): AsyncGenerator<string> {
  let cursor: string | undefined;
  do {
    const next = await page(cursor);
    yield* next.ids;
    cursor = next.cursor;
  } while (cursor !== undefined);
}

/** A page of verifications, and where the next one begins; without a cursor it is the last. */
export interface VerificationPage {
  verifications: Verification[];
  cursor?: string | undefined;
}

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

/** A record after a `commit` that changed it to `value`. */
export function written<T>({ key, rev }: Stored<T>, value: T): Stored<T> {
  return { key, value, rev: rev + 1 };
}
