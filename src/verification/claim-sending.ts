import { AppError } from './app-error';
import { countSend } from './limits';
import { stateAt } from './states';
import { attemptState } from './ticket';
import { written } from './written';
import type { Account } from './account';
import type { Employee, LiveLink } from './employee';
import type { SendingLimits } from './limits';
import type { Clock, Records, Store, Stored } from './ports';
import type { Ticket } from './ticket';
import type { IssueRef, SessionRecord } from './verification';

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

/** The records of those whom sending concerns, as they were read; those that there are. */
export interface Concerned {
  ticket: Stored<Ticket> | undefined;
  employee: Stored<Employee> | undefined;
  agent: Stored<Account> | undefined;
  /** The ticket's current verification, mostly the employee's live link, too. */
  current: Stored<SessionRecord> | undefined;
}

/** The ticket and the employee as they were written with the claim. */
export interface Claimed {
  ticket: Stored<Ticket>;
  employee: Stored<Employee>;
}

/** Whoever works on several requests in the same moment meets nobody but themselves. */
const TRIES = 5;

/**
 * Makes this attempt the only one of its issue and of its employee, and counts it, in one write.
 * @throws {AppError} `sending-in-progress`; `live-elsewhere` where another issue has a link out for the employee;
 *   `cooling-down` with `endsAt`; `limit-reached`; `storage-unavailable`. Nothing is claimed then.
 */
export async function claimSending(
  ports: ClaimPorts,
  claim: SendingClaim,
  limits: SendingLimits,
  known: Concerned,
): Promise<Claimed> {
  const { tickets, employees, accounts } = ports.store;
  let concerned = known;
  for (let tries = 0; tries < TRIES; tries++) {
    const { ticket, employee, agent } = await claimedValues(
      ports,
      claim,
      limits,
      valuesOf(concerned, claim),
      concerned.current,
    );
    const records = await madeComplete(ports.store, claim, concerned);
    const isClaimed = await ports.store.commit([
      tickets.change(records.ticket, ticket),
      employees.change(records.employee, employee),
      accounts.change(records.agent, agent),
    ]);
    if (isClaimed) {
      return { ticket: written(records.ticket, ticket), employee: written(records.employee, employee) };
    }
    concerned = await readConcerned(ports.store, claim);
    if (!isAsBefore(records.ticket, concerned.ticket)) throw sendingInProgress();
    if (!isAsBefore(records.employee, concerned.employee)) throw sendingInProgress();
  }
  throw sendingInProgress();
}

function sendingInProgress(): AppError {
  return new AppError('sending-in-progress', { isRetryable: true });
}

function isAsBefore<T>(before: Stored<T>, now: Stored<T> | undefined): boolean {
  return before.rev === now?.rev;
}

export async function readConcerned(store: Store, { issue, by, employeeKey }: ToRead): Promise<Concerned> {
  const readTicket = async () => {
    const ticket = await store.tickets.load(issue.id);
    const interviewId = ticket?.value.current;
    return { ticket, current: interviewId ? await store.verifications.load(interviewId) : undefined };
  };
  const [{ ticket, current }, employee, agent] = await Promise.all([
    readTicket(),
    Promise.resolve(employeeKey).then((key) => store.employees.load(key)),
    store.accounts.load(by),
  ]);
  return { ticket, current, employee, agent };
}

interface ToRead {
  issue: IssueRef;
  by: string;
  /** Or while it is still being made. */
  employeeKey: string | Promise<string>;
}

interface Values {
  ticket: Ticket;
  employee: Employee;
  agent: Account;
}

async function claimedValues(
  ports: ClaimPorts,
  claim: SendingClaim,
  limits: SendingLimits,
  { ticket, employee, agent }: Values,
  current: Stored<SessionRecord> | undefined,
): Promise<Values> {
  const { attempt } = ticket;
  if (attempt && attemptState(attempt, claim.startedAt) === 'sending') throw sendingInProgress();
  const older = await openLink(ports, employee, current);
  if (older) refuseWhileOpen(older, claim, limits.coolDownSeconds);
  return {
    ticket: claimedTicket(ticket, claim, limits),
    employee: claimedEmployee(employee, claim, limits, older),
    agent: { ...agent, sends: countSend('agent', agent.sends, limits.perAgent, claim.startedAt) },
  };
}

function valuesOf({ ticket, employee, agent }: Concerned, claim: SendingClaim): Values {
  return {
    ticket: ticket?.value ?? {},
    employee: employee?.value ?? {},
    agent: agent?.value ?? newAccount(claim),
  };
}

function claimedTicket(
  ticket: Ticket,
  { attemptId, startedAt }: SendingClaim,
  { perTicket }: SendingLimits,
): Ticket {
  const sends = countSend('ticket', ticket.sends, perTicket, startedAt);
  return { ...ticket, sends, attempt: { id: attemptId, startedAt } };
}

function claimedEmployee(
  employee: Employee,
  claim: SendingClaim,
  { perEmployee }: SendingLimits,
  older: LiveLink | undefined,
): Employee {
  const sends = countSend('employee', employee.sends, perEmployee, claim.startedAt);
  return { ...employee, sends, live: claimedLink(claim, older) };
}

function newAccount({ startedAt }: SendingClaim): Account {
  return { sends: [], reportedAt: startedAt };
}

/** All records, made where there were none, since only one that is there can be written under a condition. */
async function madeComplete(
  { tickets, employees, accounts }: Store,
  claim: SendingClaim,
  known: Concerned,
): Promise<{ [Of in keyof Values]: NonNullable<Concerned[Of]> }> {
  const [ticket, employee, agent] = await Promise.all([
    known.ticket ?? tickets.create(claim.issue.id, {}),
    known.employee ?? employees.create(claim.employeeKey, {}),
    known.agent ?? createdOrLoaded(accounts, claim.by, newAccount(claim)),
  ]);
  // Whoever was quicker to make one is about to send.
  if (!ticket || !employee || !agent) throw sendingInProgress();
  return { ticket, employee, agent };
}

async function createdOrLoaded<T>(
  records: Records<T>,
  key: string,
  value: T,
): Promise<Stored<T> | undefined> {
  return (await records.create(key, value)) ?? (await records.load(key));
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
  if (!live || live.endsAt <= clock.now()) return undefined;
  if (!live.interviewId) return live;
  const isCurrent = live.interviewId === current?.key;
  const record = isCurrent ? current : await store.verifications.load(live.interviewId);
  if (record?.value.kind !== 'verification') return undefined;
  const state = stateAt(record.value, clock.now());
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
