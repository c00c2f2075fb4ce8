import { AppError } from '../app-error';
import { retryOnConflict } from '../retry-on-conflict';
import { fold } from '../session/fold';
import { isClaimed } from '../session/session-record';
import { attemptState } from '../ticket/ticket';
import { written } from '../store';
import { countSend } from './limits';
import type { IssueRef, SessionRecord } from '../session/session-record';
import type { Clock, Records, Store, Stored } from '../store';
import type { Ticket } from '../ticket/ticket';
import type { Account } from './account';
import type { Employee, LiveLink } from './employee';
import type { SendingLimits } from './limits';

interface ClaimPorts {
  store: Store;
  clock: Clock;
}

/** That a link is being sent: from which issue, to which employee, by which agent. Times are epoch milliseconds. */
export interface SendingClaim {
  attemptId: string;
  issue: IssueRef;
  employeeKey: string;
  by: string;
  startedAt: number;
  endsAt: number;
}

/** The records that sending concerns. Revision 0: there is none yet, and the value is what it would begin with. */
export interface SendingRecords {
  ticket: Stored<Ticket>;
  employee: Stored<Employee>;
  agent: Stored<Account>;
}

/** The records with the ticket's current session, mostly the employee's live link, too. */
export interface SendingReading extends SendingRecords {
  current: Stored<SessionRecord> | undefined;
}

/**
 * Makes this attempt the only one of its issue and of its employee, and counts it, in one write.
 * @param known the records as they were read when the agent asked
 * @throws {AppError} `sending-in-progress`; `live-elsewhere` where another issue has a link out for the employee;
 *   `cooling-down` with `endsAt`; `limit-reached`; `changed-meanwhile`; `storage-unavailable`. Nothing is claimed then.
 */
export async function claimSending(
  ports: ClaimPorts,
  claim: SendingClaim,
  limits: SendingLimits,
  known: SendingReading,
): Promise<SendingRecords> {
  const { store } = ports;
  let records = known;
  return retryOnConflict(async () => {
    const claimed = await claimedValues(ports, claim, limits, records);
    const complete = await createMissing(store, records);
    if (complete && (await commitRecords(store, complete, claimed))) return writtenRecords(complete, claimed);
    records = await readRecords(store, claim);
    refuseOvertaken(known.ticket.value, records.ticket.value, claim);
    return undefined;
  });
}

interface Whose {
  issue: IssueRef;
  by: string;
  /** Or while it is still being made. */
  employeeKey: string | Promise<string>;
  startedAt: number;
}

/** Reads the records that sending concerns. Throws `storage-unavailable`. */
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

/** All records, made where there were none, since only one that is there can be written under a condition. */
async function createMissing(
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

interface ClaimedValues {
  ticket: Ticket;
  employee: Employee;
  agent: Account;
}

function commitRecords(store: Store, records: SendingRecords, values: ClaimedValues): Promise<boolean> {
  return store.commit([
    store.tickets.change(records.ticket, values.ticket),
    store.employees.change(records.employee, values.employee),
    store.accounts.change(records.agent, values.agent),
  ]);
}

function writtenRecords(records: SendingRecords, values: ClaimedValues): SendingRecords {
  return {
    ticket: written(records.ticket, values.ticket),
    employee: written(records.employee, values.employee),
    agent: written(records.agent, values.agent),
  };
}

function sendingInProgress(): AppError {
  return new AppError('sending-in-progress', { isRetryable: true });
}

// Another agent's link that went out since this one was asked for is not to be replaced by it.
function refuseOvertaken(before: Ticket, now: Ticket, { startedAt }: SendingClaim): void {
  const { attempt } = now;
  const isOtherAttempt = attempt !== undefined && attempt.id !== before.attempt?.id;
  const hasOtherAttempt = isOtherAttempt && attemptState(attempt, startedAt) !== 'not-sent';
  if (now.current !== before.current || hasOtherAttempt) throw sendingInProgress();
}

async function claimedValues(
  ports: ClaimPorts,
  claim: SendingClaim,
  limits: SendingLimits,
  { ticket, employee, agent, current }: SendingReading,
): Promise<ClaimedValues> {
  const { attemptId: id, startedAt } = claim;
  const { attempt } = ticket.value;
  if (attempt && attemptState(attempt, startedAt) === 'sending') throw sendingInProgress();
  const older = await openLink(ports, employee.value, current);
  if (older) refuseWhileOpen(older, claim, limits.coolDownSeconds);
  const count = (whose: Parameters<typeof countSend>[0], sends: number[] | undefined, most: number) =>
    countSend(whose, sends, most, startedAt);
  return {
    ticket: {
      ...ticket.value,
      askedAt: startedAt,
      sends: count('ticket', ticket.value.sends, limits.perTicket),
      attempt: { id, startedAt, by: claim.by },
    },
    employee: {
      ...employee.value,
      askedAt: startedAt,
      sends: count('employee', employee.value.sends, limits.perEmployee),
      live: claimedLink(claim, older),
    },
    agent: { ...agent.value, sends: count('agent', agent.value.sends, limits.perAgent) },
  };
}

// A refused new link leaves the older one of the same issue alive, so its claim must outlast ours.
function claimedLink({ attemptId, issue, endsAt }: SendingClaim, older: LiveLink | undefined): LiveLink {
  if (!older?.interviewId) return { attemptId, issue, endsAt };
  return { ...older, attemptId, endsAt: Math.max(endsAt, older.endsAt) };
}

/** The employee's link as long as it may still be completed, or is being sent. */
async function openLink(
  { store, clock }: ClaimPorts,
  { live }: Employee,
  current: Stored<SessionRecord> | undefined,
): Promise<LiveLink | undefined> {
  const now = clock.now();
  if (!live || live.endsAt <= now) return undefined;
  if (!live.interviewId) return live;
  const isCurrent = live.interviewId === current?.key;
  const record = isCurrent ? current : await store.verifications.load(live.interviewId);
  if (!record || !isClaimed(record.value)) return undefined;
  const { state } = fold(record.value, now);
  return state === 'sent' || state === 'started' ? live : undefined;
}

function refuseWhileOpen(older: LiveLink, claim: SendingClaim, coolDownSeconds: number): void {
  if (older.issue.id !== claim.issue.id) {
    const { endsAt, issue } = older;
    throw new AppError('live-elsewhere', { values: { endsAt, issueId: issue.id, issueKey: issue.key } });
  }
  const endsAt = (older.sentAt ?? 0) + coolDownSeconds * 1000;
  if (claim.startedAt < endsAt) throw new AppError('cooling-down', { values: { endsAt } });
}
