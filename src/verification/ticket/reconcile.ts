import { keepIdentityInLine } from '../identity-memory';
import { retryOnConflict } from '../retry-on-conflict';
import { settleBoth } from '../settle-both';
import { isVerification, written } from '../store';
import { beginFields } from './field-progress';
import { dueParts, isDone, isInLine, nextPartAt, outstanding } from './outstanding';
import { problemsOf } from './problems';
import { LEASE_MS } from './retry-rules';
import { updateTicket } from './update-ticket';
import { beginReply, replyToEmployee } from './reply';
import { readSurroundings } from './update-task';
import { writeFields } from './write-fields';
import type { AppError } from '../app-error';
import type { Verification } from '../session/session-record';
import type { Change, Store, Stored } from '../store';
import type { Outstanding, Parts } from './outstanding';
import type { TicketPorts } from './ports';
import type { Step, TicketProgress } from './progress';
import type { SeenStatus, Ticket } from './ticket';
import type { ReplyEnd } from './reply';
import type { Surroundings, UpdateTask } from './update-task';
import type { UpdateResult } from './update-ticket';
import type { FieldsEnd } from './write-fields';

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
  const { session, ticket } = work;
  const due = dueParts(work.asked, ports.clock.now());
  const run = prepare(ports, work, due);
  const leased = await takeLease(ports, ticket, due);
  if (!leased) return { isSettled: false };
  const done = await run();
  const isSettled = await saveProgress(ports, leased, session, done);
  if (due.told) await ports.announcer.changed(session.value.link.issue.id);
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

/** Reads while the lease is taken what the run needs, and returns the run. */
function prepare(ports: TicketPorts, work: Work, due: Parts): () => Promise<PartsEnd> {
  const verification = work.session.value;
  const { seen } = work.ticket.value;
  const { id } = verification.link.issue;
  if (due.told) ports.announcer.getReady(id);
  const reading = due.told || due.reply ? readSurroundings(ports, id) : undefined;
  // Avoids an unhandled rejection: the promise is read once the lease is taken, or never.
  reading?.catch(() => undefined);
  return async () => {
    const [[told, reply], fields] = await settleBoth(
      settleBoth(
        due.told && reading && tell(ports, { verification, progress: due.told, seen }, reading),
        due.reply && reading && replyToEmployee(ports, verification, due.reply, reading),
      ),
      due.fields && writeFields(ports, id, due.fields),
    );
    return partsAfter(work.asked, { told, reply, fields });
  };
}

async function tell(
  ports: TicketPorts,
  task: Omit<UpdateTask, keyof Surroundings>,
  reading: Promise<Surroundings>,
): Promise<UpdateResult> {
  const { verification, progress } = task;
  const now = ports.clock.now();
  const [result] = await settleBoth(
    updateTicket(
      ports,
      progress,
      reading.then((surroundings) => ({ ...surroundings, ...task })),
    ),
    keepIdentityInLine(ports.store, verification, now),
  );
  return result;
}

interface Ends {
  told?: UpdateResult | undefined;
  reply?: ReplyEnd | undefined;
  fields?: FieldsEnd | undefined;
}

function partsAfter(before: Outstanding, { told, reply, fields }: Ends): PartsEnd {
  return {
    ...before,
    ...(told && { told: told.progress, moved: told.moved }),
    ...(fields && { fields: fields.fields }),
    ...(reply && { reply: reply.reply }),
    failure: told?.failure ?? fields?.error ?? reply?.error,
  };
}

/** Takes the ticket's lease for this run; `undefined` where another write came first. */
async function takeLease(
  { store, clock }: TicketPorts,
  ticket: Stored<Ticket>,
  { told, fields, reply }: Parts,
): Promise<Stored<Ticket> | undefined> {
  const now = clock.now();
  const begun = {
    ...(told && { told: beginTelling(told, now) }),
    ...(fields && { fields: beginFields(fields, now) }),
    ...(reply && { reply: beginReply(reply, now) }),
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
  { moved, failure: _, ...done }: PartsEnd,
): Promise<boolean> {
  const token = leased.value.lease?.token ?? 0;
  let ticket: Stored<Ticket> | undefined = leased;
  let upkeep = isInLine(done) ? markUpkeepDone(store, session) : [];
  return retryOnConflict(async () => {
    if (!ticket || ticket.value.lease?.token !== token) return false;
    const { seen, told, reply } = ticket.value;
    const progress = { ...done, told: done.told ?? told, reply: done.reply ?? reply, seen: moved ?? seen };
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
