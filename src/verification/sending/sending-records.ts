import { written } from '../store';
import type { IssueRef, SessionRecord } from '../session/session-record';
import type { Records, Store, Stored } from '../store';
import type { Ticket } from '../ticket/ticket';
import type { Account } from './account';
import type { Employee } from './employee';

/** The records that a send changes. Revision 0: there is none yet, and the value is its initial one. */
export interface SendingRecords {
  ticket: Stored<Ticket>;
  employee: Stored<Employee>;
  agent: Stored<Account>;
}

/** The records with the ticket's current session, which often is the employee's live link. */
export interface SendingReading extends SendingRecords {
  current: Stored<SessionRecord> | undefined;
}

interface Whose {
  issue: IssueRef;
  by: string;
  /** The key, or the promise of it. */
  employeeKey: string | Promise<string>;
  startedAt: number;
}

/** Reads the records that a send changes. Throws `storage-unavailable`. */
export async function readRecords(
  { tickets, employees, accounts, verifications }: Store,
  { issue, by, employeeKey, startedAt }: Whose,
): Promise<SendingReading> {
  const readTicket = async () => {
    const ticket = await loadOrNone<Ticket>(tickets, issue.id, { askedAt: startedAt });
    const { current } = ticket.value;
    return { ticket, current: current === undefined ? undefined : await verifications.load(current) };
  };
  const [{ ticket, current }, employee, agent] = await Promise.all([
    readTicket(),
    Promise.resolve(employeeKey).then((key) => loadOrNone(employees, key, { askedAt: startedAt })),
    loadOrNone(accounts, by, { sends: [], reportedAt: startedAt }),
  ]);
  return { ticket, current, employee, agent };
}

async function loadOrNone<T>(records: Records<T>, key: string, none: T): Promise<Stored<T>> {
  return (await records.load(key)) ?? { key, value: none, rev: 0 };
}

/**
 * The records, created where they are missing, since Forge writes under a condition only what exists; `undefined` where
 * another send created one first. Throws `storage-unavailable`.
 */
export async function createMissing(
  { tickets, employees, accounts }: Store,
  { ticket, employee, agent }: SendingRecords,
): Promise<SendingRecords | undefined> {
  const made = await Promise.all([
    createIfNone(tickets, ticket),
    createIfNone(employees, employee),
    createIfNone(accounts, agent),
  ]);
  const [itsTicket, itsEmployee, itsAgent] = made;
  return itsTicket && itsEmployee && itsAgent
    ? { ticket: itsTicket, employee: itsEmployee, agent: itsAgent }
    : undefined;
}

async function createIfNone<T>(records: Records<T>, stored: Stored<T>): Promise<Stored<T> | undefined> {
  return stored.rev > 0 ? stored : records.create(stored.key, stored.value);
}

/** What a claim writes into the records. */
export interface ClaimedValues {
  ticket: Ticket;
  employee: Employee;
  agent: Account;
}

/** Writes the claim, if no record has changed. Throws `storage-unavailable`. */
export function commitRecords(
  store: Store,
  records: SendingRecords,
  values: ClaimedValues,
): Promise<boolean> {
  return store.commit([
    store.tickets.change(records.ticket, values.ticket),
    store.employees.change(records.employee, values.employee),
    store.accounts.change(records.agent, values.agent),
  ]);
}

/** The records after `commitRecords`. */
export function writtenRecords(records: SendingRecords, values: ClaimedValues): SendingRecords {
  return {
    ticket: written(records.ticket, values.ticket),
    employee: written(records.employee, values.employee),
    agent: written(records.agent, values.agent),
  };
}
