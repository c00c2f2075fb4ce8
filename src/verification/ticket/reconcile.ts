import { firstWithCause } from '../app-error';
import { keepIdentityInLine } from '../identity-memory';
import { settleAll } from '../settle-all';
import { isVerification } from '../store';
import { writeFields } from './field-progress';
import { endLease, takeLease } from './lease';
import { dueParts, isDone, isInLine, nextPartAt, outstanding } from './outstanding';
import { problemsOf } from './problems';
import { replyToEmployee } from './reply';
import { readSurroundings } from './update-task';
import { updateTicket } from './update-ticket';
import type { AppError } from '../app-error';
import type { Verification } from '../session/session-record';
import type { Stored } from '../store';
import type { Outstanding, Parts, RunEnd } from './outstanding';
import type { TicketPorts } from './ports';
import type { Ticket } from './ticket';
import type { Surroundings } from './update-task';

/** `settled`: the queue has nothing left to do; `later`: run again after so many seconds. */
export type Reconciled = ({ kind: 'settled' } | { kind: 'later'; afterSeconds: number }) & {
  /** The first error with a cause, for the log. */
  failure?: AppError | undefined;
};

/** A ticket with its current session, and what that asks for. */
interface Work {
  ticket: Stored<Ticket>;
  session: Stored<Verification>;
  asked: Outstanding;
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
    if (!work || isInLine(work.asked)) return { kind: 'settled', failure };
    const wait = waitFor(work, ports.clock.now());
    // Housekeeping runs the last check for a double comment.
    if (wait > 0 && isDone(work.asked)) return { kind: 'settled', failure };
    if (wait > 0) return { kind: 'later', afterSeconds: Math.ceil(wait / 1000), failure };
    const run = await runUpdate(ports, work);
    failure ??= run.failure;
    if (run.isSettled) return { kind: 'settled', failure };
  }
}

/** The work that a ticket's current session asks for; `undefined` where there is none. */
async function readWork({ store, clock }: TicketPorts, issueId: string): Promise<Work | undefined> {
  const ticket = await store.tickets.load(issueId);
  if (ticket?.value.current === undefined) return undefined;
  const session = await store.verifications.load(ticket.value.current);
  if (!isVerification(session)) return undefined;
  return { ticket, session, asked: outstanding(ticket.value, session.value, clock.now()) };
}

function waitFor({ ticket, asked }: Work, now: number): number {
  return Math.max(ticket.value.lease?.until ?? 0, nextPartAt(asked)) - now;
}

/** Does what is due under a lease. `isSettled`: nothing is left; otherwise the ticket has to be read again. */
async function runUpdate(
  ports: TicketPorts,
  work: Work,
): Promise<{ isSettled: boolean; failure?: AppError | undefined }> {
  const { session, ticket, asked } = work;
  const { id } = session.value.link.issue;
  const due = dueParts(asked, ports.clock.now());
  if (due.told) ports.announcer.getReady(id);
  // Read while the lease is taken.
  const reading = due.told || due.reply ? readSurroundings(ports, id) : undefined;
  // Avoids an unhandled rejection: the promise is read once the lease is taken, or never.
  reading?.catch(() => undefined);
  const leased = await takeLease(ports, ticket, due);
  if (!leased) return { isSettled: false };
  const end = await doParts(ports, work, due, reading);
  const isSettled = await endLease(ports, leased, session, { asked, end });
  if (due.told) await ports.announcer.changed(id);
  for (const problem of problemsOf(session.value, due, { ...asked, ...end }, ports.clock.now())) {
    await ports.health.report(problem);
  }
  return { isSettled, failure: end.failure };
}

/** Does these parts at once. */
async function doParts(
  ports: TicketPorts,
  { session: { value: verification }, ticket }: Work,
  { told: progress, fields, reply }: Parts,
  reading: Promise<Surroundings> | undefined,
): Promise<RunEnd> {
  const { seen } = ticket.value;
  const [told, replied, written] = await settleAll([
    progress && reading && updateTicket(ports, { verification, progress, seen }, reading),
    reply && reading && replyToEmployee(ports, verification, reply, reading),
    fields && writeFields(ports, ticket.key, fields),
    progress && keepIdentityInLine(ports.store, verification, ports.clock.now()),
  ]);
  return [told, written, replied].reduce<RunEnd>(joined, {});
}

function joined(all: RunEnd, end: RunEnd = {}): RunEnd {
  return { ...all, ...end, failure: firstWithCause(all.failure, end.failure) };
}
