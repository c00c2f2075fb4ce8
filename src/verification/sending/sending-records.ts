import { written } from '../store';
import type { IssueRef, SessionRecord } from '../session/session-record';
import type { Records, Store, Stored } from '../store';
import type { Ticket } from '../ticket/ticket';
import type { Account, Employee } from './employee';

/** The records that a send changes. Revision 0: there is none yet, and the value is its initial one. */
export interface SendingRecords {
  ticket: Stored<Ticket>;
  employee: Stored<Employee>;
  agent: Stored<Account>;
  /** The ticket's current session, which often is the employee's live link. */
  current: Stored<SessionRecord> | undefined;
}

/** The records that an attempt has claimed. */
export type Claimed = Pick<SendingRecords, 'ticket' | 'employee'>;

/** One attempt to send a link: from which issue, to which employee, by which agent. Times are epoch milliseconds. */
export interface SendingClaim {
  attemptId: string;
  issue: IssueRef;
  employeeKey: string;
  by: string;
  isByAutomation?: boolean | undefined;
  startedAt: number;
}

type Whose = Pick<SendingClaim, 'issue' | 'by' | 'startedAt'> & { employeeKey: string | Promise<string> };

/** Reads the records that a send changes. Throws `storage-unavailable`. */
export async function readRecords(
  { tickets, employees, accounts, verifications }: Store,
  { issue, by, employeeKey, startedAt }: Whose,
): Promise<SendingRecords> {
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
 * Writes a claim into all three records, or into none. Missing records are created first: Forge's conditional writes
 * need an existing record.
 * @returns the claimed records; `undefined` where another write came first
 * @throws {AppError} `storage-unavailable`
 */
export async function writeClaim(
  store: Store,
  records: SendingRecords,
  values: { ticket: Ticket; employee: Employee; agent: Account },
): Promise<Claimed | undefined> {
  const { tickets, employees, accounts } = store;
  const [ticket, employee, agent] = await Promise.all([
    createIfNone(tickets, records.ticket),
    createIfNone(employees, records.employee),
    createIfNone(accounts, records.agent),
  ]);
  if (!ticket || !employee || !agent) return undefined;
  const isWritten = await store.commit([
    tickets.change(ticket, values.ticket),
    employees.change(employee, values.employee),
    accounts.change(agent, values.agent),
  ]);
  return isWritten
    ? { ticket: written(ticket, values.ticket), employee: written(employee, values.employee) }
    : undefined;
}

async function createIfNone<T>(records: Records<T>, stored: Stored<T>): Promise<Stored<T> | undefined> {
  return stored.rev > 0 ? stored : records.create(stored.key, stored.value);
}
