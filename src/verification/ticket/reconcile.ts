import { keepIdentityInLine } from '../identity-memory';
import { retryOnConflict } from '../retry-on-conflict';
import { fold } from '../session/fold';
import { isOutcome } from '../session/state';
import { settleBoth } from '../settle-both';
import { isVerification, written } from '../store';
import { problemsOf } from './problems';
import { areStepsTaken, isSettled, newProgress } from './progress';
import { LEASE_MS } from './retry-rules';
import { updateTicket } from './update-ticket';
import { readUpdateTask } from './update-task';
import type { AppError } from '../app-error';
import type { Verification } from '../session/session-record';
import type { Change, Store, Stored } from '../store';
import type { TicketPorts } from './ports';
import type { Step, TicketProgress } from './progress';
import type { UpdateResult } from './update-ticket';
import type { Ticket } from './ticket';

/** `settled`: the queue has nothing left to do; `later`: run again after so many seconds. */
export type Reconciled = ({ kind: 'settled' } | { kind: 'later'; afterSeconds: number }) & {
  /** The first error with a cause, for the log. */
  failure?: AppError | undefined;
};

/** A ticket with its current session, and how far the ticket is updated for it. */
interface Work {
  ticket: Stored<Ticket>;
  session: Stored<Verification>;
  progress: TicketProgress;
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
    if (!work || isSettled(work.progress)) return { kind: 'settled', failure };
    const wait = waitFor(work, ports.clock.now());
    // Housekeeping runs the last check for a double comment.
    if (wait > 0 && areStepsTaken(work.progress)) return { kind: 'settled', failure };
    if (wait > 0) return { kind: 'later', afterSeconds: Math.ceil(wait / 1000), failure };
    const run = await runUpdate(ports, work);
    if (run.isSettled) return { kind: 'settled' };
    failure ??= run.failure;
  }
}

/** Does what is due under a lease. `isSettled`: nothing is left; otherwise the ticket has to be read again. */
async function runUpdate(
  ports: TicketPorts,
  work: Work,
): Promise<{ isSettled: boolean; failure?: AppError | undefined }> {
  const { session, ticket, progress } = work;
  const { issue } = session.value.link;
  ports.announcer.getReady(issue.id);
  const { seen } = ticket.value;
  const reading = readUpdateTask(ports, { verification: session.value, progress, seen });
  // Avoids an unhandled rejection: the promise is read once the lease is taken, or never.
  reading.catch(() => undefined);
  const leased = await takeLease(ports, work);
  if (!leased) return { isSettled: false };
  const now = ports.clock.now();
  const [result] = await settleBoth(
    updateTicket(ports, progress, reading),
    keepIdentityInLine(ports.store, session.value, now),
  );
  const isDone = await saveProgress(ports, leased, session, result);
  await ports.announcer.changed(issue.id);
  for (const problem of problemsOf(session.value, result.progress, ports.clock.now())) {
    await ports.health.report(problem);
  }
  return { isSettled: isDone, failure: result.failure };
}

/** The work that a ticket's current session asks for; `undefined` where there is none. */
async function readWork({ store, clock }: TicketPorts, issueId: string): Promise<Work | undefined> {
  const ticket = await store.tickets.load(issueId);
  if (ticket?.value.current === undefined) return undefined;
  const session = await store.verifications.load(ticket.value.current);
  if (!isVerification(session)) return undefined;
  const progress = progressOf(ticket.value, session.value, clock.now());
  return progress && { ticket, session, progress };
}

/** How far a ticket is updated for its current session; `undefined` while the session has no outcome. */
export function progressOf(
  { told }: Ticket,
  verification: Verification,
  now: number,
): TicketProgress | undefined {
  const { interviewId } = verification;
  const { state } = fold(verification, now);
  if (!isOutcome(state)) return undefined;
  const isTheSame = told?.interviewId === interviewId && told.outcome === state;
  return isTheSame ? told : newProgress(told, { interviewId, outcome: state }, now);
}

function waitFor({ ticket, progress }: Work, now: number): number {
  return Math.max(ticket.value.lease?.until ?? 0, progress.dueAt) - now;
}

/** Takes the ticket's lease for this run; `undefined` where another write came first. */
async function takeLease(
  { store, clock }: TicketPorts,
  { ticket, progress }: Work,
): Promise<Stored<Ticket> | undefined> {
  const now = clock.now();
  const begin = (step: Step): Step => (step.state === 'due' ? { state: 'attempted', at: now } : step);
  const { comment, transition, tries } = progress;
  const told = { ...progress, comment: begin(comment), transition: begin(transition), tries: tries + 1 };
  const token = (ticket.value.lease?.token ?? 0) + 1;
  const value = { ...ticket.value, told, lease: { token, until: now + LEASE_MS } };
  const isTaken = await store.commit([store.tickets.change(ticket, value)]);
  return isTaken ? written(ticket, value) : undefined;
}

/**
 * Saves the run's progress on the ticket's newest record, if this run still holds the lease.
 * @returns whether nothing is left to do, and the session has not changed since it was read
 */
async function saveProgress(
  { store }: TicketPorts,
  leased: Stored<Ticket>,
  session: Stored<Verification>,
  { progress, moved }: UpdateResult,
): Promise<boolean> {
  const token = leased.value.lease?.token ?? 0;
  let ticket: Stored<Ticket> | undefined = leased;
  let upkeep = isSettled(progress) ? markUpkeepDone(store, session) : [];
  return retryOnConflict(async () => {
    if (!ticket || ticket.value.lease?.token !== token) return false;
    const seen = moved ?? ticket.value.seen;
    const value = { ...ticket.value, told: progress, seen, lease: { token, until: 0 } };
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
