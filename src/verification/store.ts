import { isClaimed } from './session/session-record';
import type { Account, Employee, KnownIdentity } from './sending/employee';
import type { SessionRecord, Verification } from './session/session-record';
import type { Ticket } from './ticket/ticket';

/** A record as it was read. It can be written only while nobody else has changed it. */
export interface Stored<T> {
  key: string;
  value: T;
  rev: number;
}

/** The kinds of records, by the name of their entity. */
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

/**
 * Everything that is remembered of verifications. The lists come from indexes, which lag; an iterable reads them page
 * by page.
 */
export interface Store {
  verifications: Records<SessionRecord>;
  tickets: Records<Ticket>;
  employees: Records<Employee>;
  identities: Records<KnownIdentity>;
  accounts: Records<Account>;
  /** Writes all changes or none, each as the revision after; `false` where a record is no longer as it was read. */
  commit(changes: Change[]): Promise<boolean>;
  /** Claimed sessions with something due by `now`. */
  due(now: number): AsyncIterable<string>;
  /** An issue's verifications, newest first, from where `cursor` left off. */
  byTicket(issueId: string, limit: number, cursor?: string): Promise<VerificationPage>;
  /** Sessions that no ticket has claimed in the time for which they are kept. */
  unclaimedDue(now: number): AsyncIterable<string>;
  ofEmployee(employeeKey: string): AsyncIterable<string>;
  /** Verifications that were requested before a time, oldest first. */
  requestedBefore(time: number): AsyncIterable<string>;
  /** When the newest of all verifications was requested. */
  newestRequestedAt(): Promise<number | undefined>;
  /** Verifications that an account asked for, that were about it as the reporter, or whose code it confirmed. */
  naming(accountId: string): AsyncIterable<string>;
  identitiesBefore(time: number): AsyncIterable<string>;
  /** Pages of account ids that were last reported to Atlassian before a time. */
  accountsReportedBefore(time: number): AsyncIterable<string[]>;
  /** Tickets, or employees, for which a link was last asked before a time. */
  askedBefore(entity: 'ticket' | 'employee', time: number): AsyncIterable<string>;
}

/** A page of verifications, and where the next one begins; without a cursor it is the last. */
export interface VerificationPage {
  verifications: Verification[];
  cursor?: string | undefined;
}

/** Keeps what is personal out of plain storage. */
export interface Pseudonyms {
  /** A keyed hash of a comparable e-mail address, fit for a key. */
  employeeKey(email: string): Promise<string>;
  /** A session's code of six digits, which is kept nowhere. */
  callerCode(interviewId: string): Promise<string>;
  /** Any JSON value, encrypted. */
  seal(value: unknown): Promise<string>;
  /** What was sealed; throws on anything else. */
  open(sealed: string): Promise<unknown>;
}

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

/** A record after a `commit` that changed it to `value`. */
export function written<T>({ key, rev }: Stored<T>, value: T): Stored<T> {
  return { key, value, rev: rev + 1 };
}

/** Whether a ticket has claimed the session of a record. */
export function isVerification(record: Stored<SessionRecord> | undefined): record is Stored<Verification> {
  return isClaimed(record?.value);
}
