import { toAppError } from './app-error';
import { bothDone } from './both-done';
import { planTransition } from './plan-transition';
import { problemsOf } from './problems';
import { takeCommentStep } from './take-comment-step';
import { afterError, isOpen, isSettled, isTold, LEASE_MS, overtake, pauseMs } from './ticket-update';
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
  verification: Verification;
  index: number;
  update: TicketUpdate;
}

/** What became of the transition, and what it moved the issue to. */
interface MoveEnd extends StepEnd {
  movedTo?: string;
}

/** What has to be known before the ticket is told anything. */
interface Circumstances {
  policy: TellingPolicy;
  situation: IssueSituation;
  isStopped: boolean;
  /** The status the issue had when the link was sent, or that we gave it since. */
  knownStatusId: string | undefined;
}

/**
 * Tells the ticket what it has to be told of a verification: one outcome after the other, each once.
 * Safe to run any number of times, and side by side.
 * @throws {AppError} `storage-unavailable`
 */
export async function updateTicket(ports: UpdateTicketPorts, interviewId: string): Promise<Progress> {
  for (;;) {
    const record = await ports.store.verifications.load(interviewId);
    const work = record && nextWork(record.value);
    if (!work) return { kind: 'settled' };
    const wait = work.update.dueAt - ports.clock.now();
    // Looking once more for a double is left to housekeeping.
    if (wait > 0 && isTold(work.update)) return { kind: 'settled' };
    if (wait > 0) return { kind: 'later', afterSeconds: Math.ceil(wait / 1000) };
    ports.announcer.getReady(work.verification.issue.id);
    if (!(await lease(ports, record, work))) continue;
    const [{ update, movedTo }] = await bothDone(tell(ports, work), rememberIdentity(ports, work));
    await writeDown(ports, work, update, movedTo);
    await ports.announcer.changed(work.verification.issue.id);
    for (const problem of problemsOf(work.verification, update, ports.clock.now())) {
      await ports.health.report(problem);
    }
  }
}

function nextWork(verification: SessionRecord): Work | undefined {
  if (verification.kind !== 'verification') return undefined;
  const { updates } = verification;
  // Looking once more for an older outcome's comment keeps no newer one waiting.
  const untold = updates.findIndex((update) => !isTold(update));
  const index = untold < 0 ? updates.findIndex((update) => !isSettled(update)) : untold;
  const update = updates[index];
  return update && { verification, index, update };
}

/** Takes the entry for this run; `false` where somebody else was quicker. */
async function lease({ store, clock }: UpdateTicketPorts, record: Stored<SessionRecord>, work: Work) {
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
  return store.commit([
    store.verifications.change(record, replaceUpdate(work.verification, work.index, leased)),
  ]);
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
async function tell(
  ports: UpdateTicketPorts,
  work: Work,
): Promise<{ update: TicketUpdate; movedTo?: string | undefined }> {
  const holds = work.verification.state === work.update.outcome;
  const update = holds ? work.update : overtake(work.update);
  const tries = update.tries + 1;
  if (isSettled(update)) return { update: { ...update, tries } };
  const { comment, transition } = await takeSteps(ports, { ...work, update });
  const dueAt = ports.clock.now() + pauseMs(tries, [comment, transition]);
  return {
    update: { ...update, tries, dueAt, comment: comment.step, transition: transition.step },
    movedTo: transition.movedTo,
  };
}

async function takeSteps(
  ports: UpdateTicketPorts,
  work: Work,
): Promise<{ comment: StepEnd; transition: MoveEnd }> {
  const { update, verification } = work;
  const fail = (before: Step) => (error: unknown) => failed(ports, work, before, error);
  try {
    const circumstances = await lookAround(ports, work);
    const task = { verification, update, project: circumstances.situation.project, ...circumstances };
    const comment = await takeCommentStep(ports, task).catch(fail(update.comment));
    const transition = isOpen(comment.step)
      ? { step: update.transition }
      : await move(ports, work, circumstances).catch(fail(update.transition));
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
  return { policy, situation, isStopped, knownStatusId: ticket?.value.statusId };
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

async function move(
  { issues, clock }: UpdateTicketPorts,
  { verification, update }: Work,
  circumstances: Circumstances,
): Promise<MoveEnd> {
  if (!isOpen(update.transition)) return { step: update.transition };
  const plan = planTransition({ verification, update, ...circumstances });
  if (plan.kind === 'none') return { step: plan.step };
  if (plan.kind === 'go') await issues.transition(verification.issue.id, plan.transitionId);
  return {
    step: { state: 'done', at: clock.now(), ref: plan.toStatusId },
    movedTo: plan.toStatusId,
  };
}

/** Writes the entry's end into the record as it is by now, unless somebody else has taken the entry over. */
async function writeDown(
  { store, clock }: UpdateTicketPorts,
  work: Work,
  update: TicketUpdate,
  movedTo: string | undefined,
): Promise<void> {
  const { interviewId, issue } = work.verification;
  for (let isWritten = false; !isWritten;) {
    const [record, ticket] = await Promise.all([
      store.verifications.load(interviewId),
      movedTo ? store.tickets.load(issue.id) : undefined,
    ]);
    if (record?.value.kind !== 'verification') return;
    if (record.value.updates[work.index]?.tries !== update.tries) return;
    const value = replaceUpdate(record.value, work.index, update);
    const changes: Change[] = [store.verifications.change(record, value)];
    if (ticket) {
      const moved = { ...ticket.value, statusId: movedTo, movedAt: clock.now() };
      changes.push(store.tickets.change(ticket, moved));
    }
    isWritten = await store.commit(changes);
  }
}
