import { toAppError } from './app-error';
import { bothDone } from './both-done';
import { problemsOf } from './problems';
import { takeCommentStep } from './take-comment-step';
import { takeTransitionStep } from './take-transition-step';
import { afterError, isOpen, isSettled, isTold, LEASE_MS, overtake, pauseMs } from './ticket-update';
import { written } from './written';
import type {
  Announcer,
  Change,
  Clock,
  Health,
  Issues,
  IssueSituation,
  Policies,
  StoppedProjects,
  Store,
  Stored,
  TellingPolicy,
} from './ports';
import type { Step, StepEnd, TicketUpdate } from './ticket-update';
import type { Move, TransitionEnd } from './take-transition-step';
import type { Ticket } from './ticket';
import type { SessionRecord, Verification } from './verification';

export interface UpdateTicketPorts {
  store: Store;
  issues: Issues;
  stoppedProjects: StoppedProjects;
  policies: Policies;
  announcer: Announcer;
  health: Health;
  clock: Clock;
}

/** `settled`: nothing is left for the queue to do; `later`: come again after so many seconds. */
export type Progress = { kind: 'settled' } | { kind: 'later'; afterSeconds: number };

/** An entry of a verification's ledger. While it is worked on, `update` is still the entry as it was before the lease. */
interface Work {
  record: Stored<SessionRecord>;
  verification: Verification;
  index: number;
  update: TicketUpdate;
}

/** What an entry came to. */
interface Told {
  update: TicketUpdate;
  moved?: Move | undefined;
}

/** What has to be known before the ticket is told anything. */
interface Circumstances {
  policy: TellingPolicy;
  situation: IssueSituation;
  isStopped: boolean;
  ticket: Stored<Ticket> | undefined;
}

/**
 * Tells the ticket what it has to be told of a verification: one outcome after the other, each once.
 * Safe to run any number of times, and side by side.
 * @throws {AppError} `storage-unavailable`
 */
export async function updateTicket(ports: UpdateTicketPorts, interviewId: string): Promise<Progress> {
  const { verifications } = ports.store;
  let record = await verifications.load(interviewId);
  for (;;) {
    const work = record && nextWork(record);
    if (!work) return { kind: 'settled' };
    const wait = work.update.dueAt - ports.clock.now();
    // Looking once more for a double is left to housekeeping.
    if (wait > 0 && isTold(work.update)) return { kind: 'settled' };
    if (wait > 0) return { kind: 'later', afterSeconds: Math.ceil(wait / 1000) };
    ports.announcer.getReady(work.verification.issue.id);
    const looking = lookAround(ports, work);
    // What went wrong is of interest only to whoever gets the entry.
    looking.catch(() => undefined);
    const leased = await lease(ports, work);
    if (!leased) {
      record = await verifications.load(interviewId);
      continue;
    }
    const [told] = await bothDone(tell(ports, work, looking), rememberIdentity(ports, work));
    record = await writeDown(ports, work, leased, told);
    await ports.announcer.changed(work.verification.issue.id);
    for (const problem of problemsOf(work.verification, told.update, ports.clock.now())) {
      await ports.health.report(problem);
    }
  }
}

function nextWork(record: Stored<SessionRecord>): Work | undefined {
  const verification = record.value;
  if (verification.kind !== 'verification') return undefined;
  const { updates } = verification;
  // Looking once more for an older outcome's comment keeps no newer one waiting.
  const untold = updates.findIndex((update) => !isTold(update));
  const index = untold < 0 ? updates.findIndex((update) => !isSettled(update)) : untold;
  const update = updates[index];
  return update && { record, verification, index, update };
}

/** Takes the entry for this run; `undefined` where somebody else was quicker. */
async function lease(
  { store, clock }: UpdateTicketPorts,
  work: Work,
): Promise<Stored<SessionRecord> | undefined> {
  const now = clock.now();
  const begin = (step: Step): Step => (step.state === 'due' ? { state: 'attempted', at: now } : step);
  const { comment, transition, tries } = work.update;
  const leased = {
    ...work.update,
    comment: begin(comment),
    transition: begin(transition),
    tries: tries + 1,
    dueAt: now + LEASE_MS,
  };
  const value = replaceUpdate(work.verification, work.index, leased);
  const isTaken = await store.commit([store.verifications.change(work.record, value)]);
  return isTaken ? written(work.record, value) : undefined;
}

/** Keeps the identity with which an employee passed first, to compare later ones with. */
async function rememberIdentity({ store }: UpdateTicketPorts, { verification, update }: Work): Promise<void> {
  const { identityId, employee, state } = verification;
  if (update.outcome !== 'passed' || state !== 'passed' || !identityId) return;
  for (;;) {
    const stored = await store.employees.load(employee);
    if (!stored || stored.value.identityId) return;
    if (await store.commit([store.employees.change(stored, { ...stored.value, identityId })])) return;
  }
}

function replaceUpdate(verification: Verification, index: number, update: TicketUpdate): Verification {
  return { ...verification, updates: verification.updates.with(index, update) };
}

/** Does what is due, comment first. */
async function tell(ports: UpdateTicketPorts, work: Work, looking: Promise<Circumstances>): Promise<Told> {
  const holds = work.verification.state === work.update.outcome;
  const update = holds ? work.update : overtake(work.update);
  const tries = update.tries + 1;
  if (isSettled(update)) return { update: { ...update, tries } };
  const { comment, transition } = await takeSteps(ports, { ...work, update }, looking);
  const dueAt = ports.clock.now() + pauseMs(tries, [comment, transition]);
  return {
    update: { ...update, tries, dueAt, comment: comment.step, transition: transition.step },
    moved: transition.moved,
  };
}

async function takeSteps(
  ports: UpdateTicketPorts,
  work: Work,
  looking: Promise<Circumstances>,
): Promise<{ comment: StepEnd; transition: TransitionEnd }> {
  const { update, verification } = work;
  const fail = (before: Step) => (error: unknown) => failed(ports, work, before, error);
  try {
    const circumstances = await looking;
    const task = { verification, update, project: circumstances.situation.project, ...circumstances };
    const comment = await takeCommentStep(ports, task).catch(fail(update.comment));
    const transition = isOpen(comment.step)
      ? { step: update.transition }
      : await takeTransitionStep(ports, task).catch(fail(update.transition));
    return { comment, transition };
  } catch (error) {
    return { comment: fail(update.comment)(error), transition: fail(update.transition)(error) };
  }
}

async function lookAround(
  { policies, issues, stoppedProjects, store }: UpdateTicketPorts,
  { verification: { issue } }: Work,
): Promise<Circumstances> {
  const [policy, situation, stopped, ticket] = await Promise.all([
    policies.telling(),
    issues.situation(issue.id),
    stoppedProjects.list(),
    store.tickets.load(issue.id),
  ]);
  const isStopped = stopped.some(({ id }) => id === situation.project.id);
  return { policy, situation, isStopped, ticket };
}

function failed({ clock }: UpdateTicketPorts, { update }: Work, before: Step, error: unknown): StepEnd {
  const appError = toAppError(error);
  if (appError.code === 'storage-unavailable') throw appError;
  if (!isOpen(before) && before.state !== 'posted') return { step: before };
  return {
    step: afterError(appError, before, update.tries + 1, clock.now()),
    retryAfterSeconds: appError.retryAfterSeconds,
  };
}

/**
 * Writes the entry's end into the record as it is by now, unless somebody else has taken the entry over.
 * @returns the record as it is then
 */
async function writeDown(
  ports: UpdateTicketPorts,
  { verification: { interviewId, issue }, index }: Work,
  leased: Stored<SessionRecord>,
  { update, moved }: Told,
): Promise<Stored<SessionRecord> | undefined> {
  let record: Stored<SessionRecord> | undefined = leased;
  let ticket = moved?.ticket;
  const { store } = ports;
  for (;;) {
    if (record?.value.kind !== 'verification') return record;
    if (record.value.updates[index]?.tries !== update.tries) return record;
    const value = replaceUpdate(record.value, index, update);
    const changes = [store.verifications.change(record, value), ...movedTicket(ports, ticket, moved)];
    if (await store.commit(changes)) return written(record, value);
    [record, ticket] = await Promise.all([
      store.verifications.load(interviewId),
      moved ? store.tickets.load(issue.id) : undefined,
    ]);
  }
}

function movedTicket(
  { store, clock }: UpdateTicketPorts,
  ticket: Stored<Ticket> | undefined,
  moved: Move | undefined,
): Change[] {
  if (!ticket || !moved) return [];
  const value = { ...ticket.value, statusId: moved.toStatusId, movedAt: clock.now() };
  return [store.tickets.change(ticket, value)];
}
