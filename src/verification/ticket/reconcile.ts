import { keepIdentityInLine } from '../identity-memory';
import { retryOnConflict } from '../retry-on-conflict';
import { settleBoth } from '../settle-both';
import { isVerification, written } from '../store';
import { beginFields } from './field-progress';
import { dueParts, isDone, isInLine, nextPartAt, outstanding } from './outstanding';
import { problemsOf } from './problems';
import { LEASE_MS } from './retry-rules';
import { updateTicket } from './update-ticket';
import { readUpdateTask } from './update-task';
import { writeFields } from './write-fields';
import type { AppError } from '../app-error';
import type { Verification } from '../session/session-record';
import type { Change, Store, Stored } from '../store';
import type { Outstanding } from './outstanding';
import type { TicketPorts } from './ports';
import type { Step, TicketProgress } from './progress';
import type { SeenStatus, Ticket } from './ticket';
import type { UpdateResult } from './update-ticket';
import type { FieldsEnd } from './write-fields';

/** `settled`: the queue has nothing left to do; `later`: run again after so many seconds. */
export type Reconciled = ({ kind: 'settled' } | { kind: 'later'; afterSeconds: number }) & {
  /** The first error with a cause, for the log. */
  failure?: AppError | undefined;
};

/** A ticket with its current session, and what that asks for. */
interface Work extends Outstanding {
  ticket: Stored<Ticket>;
  session: Stored<Verification>;
}

/**
 * Brings a ticket in line with its current verification: computes what the ticket should say, compares that with what
 * was done, and does the rest. Safe to run any number of times, also in parallel.
 * @throws {AppError} `storage-unavailable`
 */
export async function reconcile(ports: TicketPorts, issueId: string): Promise<Reconciled> {
  let failure: AppError | undefined;
  for (;;) {
    const work = await readWork(ports, issueId);
    if (!work || isInLine(work)) return { kind: 'settled', failure };
    const wait = waitFor(work, ports.clock.now());
    // Housekeeping runs the last check for a double comment.
    if (wait > 0 && isDone(work)) return { kind: 'settled', failure };
    if (wait > 0) return { kind: 'later', afterSeconds: Math.ceil(wait / 1000), failure };
    const run = await runUpdate(ports, work);
    if (run.isSettled) return { kind: 'settled' };
    failure ??= run.failure;
  }
}

/** The work that a ticket's current session asks for; `undefined` where there is none. */
async function readWork({ store, clock }: TicketPorts, issueId: string): Promise<Work | undefined> {
  const ticket = await store.tickets.load(issueId);
  if (ticket?.value.current === undefined) return undefined;
  const session = await store.verifications.load(ticket.value.current);
  if (!isVerification(session)) return undefined;
  return { ticket, session, ...outstanding(ticket.value, session.value, clock.now()) };
}

function waitFor(work: Work, now: number): number {
  return Math.max(work.ticket.value.lease?.until ?? 0, nextPartAt(work)) - now;
}

/** Does what is due under a lease. `isSettled`: nothing is left; otherwise the ticket has to be read again. */
async function runUpdate(
  ports: TicketPorts,
  work: Work,
): Promise<{ isSettled: boolean; failure?: AppError | undefined }> {
  const { session, ticket } = work;
  const due = dueParts(work, ports.clock.now());
  const tell = due.told && prepareTelling(ports, work, due.told);
  const leased = await takeLease(ports, ticket, due);
  if (!leased) return { isSettled: false };
  const { issue } = session.value.link;
  const [told, fields] = await settleBoth(tell?.(), due.fields && writeFields(ports, issue.id, due.fields));
  const done = partsAfter(work, told, fields);
  const isSettled = await saveProgress(ports, leased, session, done);
  if (told) await ports.announcer.changed(issue.id);
  for (const problem of problemsOf(session.value, due, done, ports.clock.now())) {
    await ports.health.report(problem);
  }
  return { isSettled, failure: done.failure };
}

/** The parts after a run, and the status that it gave the issue. */
interface PartsEnd extends Outstanding {
  moved?: SeenStatus | undefined;
  failure?: AppError | undefined;
}

function partsAfter(before: Outstanding, told?: UpdateResult, end?: FieldsEnd): PartsEnd {
  return {
    told: told?.progress ?? before.told,
    fields: end?.fields ?? before.fields,
    moved: told?.moved,
    failure: told?.failure ?? end?.error,
  };
}

/** Reads what telling the outcome needs while the lease is taken, and returns what tells it. */
function prepareTelling(ports: TicketPorts, { session, ticket }: Work, told: TicketProgress) {
  const verification = session.value;
  ports.announcer.getReady(verification.link.issue.id);
  const reading = readUpdateTask(ports, { verification, progress: told, seen: ticket.value.seen });
  // Avoids an unhandled rejection: the promise is read once the lease is taken, or never.
  reading.catch(() => undefined);
  return async () => {
    const now = ports.clock.now();
    const [result] = await settleBoth(
      updateTicket(ports, told, reading),
      keepIdentityInLine(ports.store, verification, now),
    );
    return result;
  };
}

/** Takes the ticket's lease for this run; `undefined` where another write came first. */
async function takeLease(
  { store, clock }: TicketPorts,
  ticket: Stored<Ticket>,
  { told, fields }: Partial<Outstanding>,
): Promise<Stored<Ticket> | undefined> {
  const now = clock.now();
  const begun = {
    ...(told && { told: beginTelling(told, now) }),
    ...(fields && { fields: beginFields(fields, now) }),
  };
  const token = (ticket.value.lease?.token ?? 0) + 1;
  const value = { ...ticket.value, ...begun, lease: { token, until: now + LEASE_MS } };
  const isTaken = await store.commit([store.tickets.change(ticket, value)]);
  return isTaken ? written(ticket, value) : undefined;
}

function beginTelling(told: TicketProgress, now: number): TicketProgress {
  const begin = (step: Step): Step => (step.state === 'due' ? { state: 'attempted', at: now } : step);
  const { comment, transition, tries } = told;
  return { ...told, comment: begin(comment), transition: begin(transition), tries: tries + 1 };
}

/**
 * Saves the run's progress on the ticket's newest record, if this run still holds the lease.
 * @returns whether nothing is left to do, and the session has not changed since it was read
 */
async function saveProgress(
  { store }: TicketPorts,
  leased: Stored<Ticket>,
  session: Stored<Verification>,
  { told, fields, moved }: PartsEnd,
): Promise<boolean> {
  const token = leased.value.lease?.token ?? 0;
  let ticket: Stored<Ticket> | undefined = leased;
  let upkeep = isInLine({ told, fields }) ? markUpkeepDone(store, session) : [];
  return retryOnConflict(async () => {
    if (!ticket || ticket.value.lease?.token !== token) return false;
    const { seen, told: toldBefore } = ticket.value;
    const progress = { told: told ?? toldBefore, fields, seen: moved ?? seen };
    const value = { ...ticket.value, ...progress, lease: { token, until: 0 } };
    if (await store.commit([store.tickets.change(ticket, value), ...upkeep])) return upkeep.length > 0;
    // Housekeeping looks after a session that has changed since it was read.
    upkeep = [];
    ticket = await store.tickets.load(leased.key);
    return undefined;
  });
}

function markUpkeepDone({ verifications }: Store, session: Stored<Verification>): Change[] {
  const { value, rev } = session;
  return [verifications.change(session, { ...value, upkeep: { ...value.upkeep, rev } })];
}
