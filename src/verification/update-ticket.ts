import { toAppError } from './app-error';
import { commentFor } from './ticket-comment';
import { planTransition } from './plan-transition';
import { problemsOf } from './problems';
import { afterError, isOpen, isSettled, LEASE_MS, overtake, pauseMs } from './ticket-update';
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
import type { Step, StepReason, TicketUpdate } from './ticket-update';
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

/** `settled`: nothing is left to do; `later`: come again after so many seconds. */
export type Progress = { kind: 'settled' } | { kind: 'later'; afterSeconds: number };

/** An entry of a verification's ledger. While it is worked on, `update` is still the entry as it was before the lease. */
interface Work {
  verification: Verification;
  index: number;
  update: TicketUpdate;
}

/** What became of one step, when Jira wants to be asked again if it said so, and what the issue was moved to. */
interface StepEnd {
  step: Step;
  retryAfterSeconds?: number | undefined;
  movedTo?: string;
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
    if (wait > 0) return { kind: 'later', afterSeconds: Math.ceil(wait / 1000) };
    if (!(await lease(ports, record, work))) continue;
    await rememberIdentity(ports, work);
    const { update, movedTo } = await tell(ports, work);
    await writeDown(ports, work, update, movedTo);
    await ports.announcer.changed(work.verification.issue.id);
    for (const problem of problemsOf(work.verification, update, ports.clock.now())) {
      await ports.health.report(problem);
    }
  }
}

function nextWork(verification: SessionRecord): Work | undefined {
  if (verification.kind !== 'verification') return undefined;
  const index = verification.updates.findIndex((update) => !isSettled(update));
  const update = verification.updates[index];
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
  const { verification, update } = work;
  const tries = update.tries + 1;
  if (verification.state !== update.outcome) return { update: { ...overtake(update), tries } };
  const { comment, transition } = await takeSteps(ports, work);
  const dueAt = ports.clock.now() + pauseMs(tries, comment, transition);
  return {
    update: { ...update, tries, dueAt, comment: comment.step, transition: transition.step },
    movedTo: transition.movedTo,
  };
}

async function takeSteps(
  ports: UpdateTicketPorts,
  work: Work,
): Promise<{ comment: StepEnd; transition: StepEnd }> {
  const { update, verification } = work;
  const fail = (before: Step) => (error: unknown) => failed(ports, work, before, error);
  try {
    const [policy, situation] = await Promise.all([
      ports.policies.telling(),
      ports.issues.situation(verification.issue.id),
    ]);
    const comment = await addComment(ports, work, policy, situation).catch(fail(update.comment));
    const transition = isOpen(comment.step)
      ? { step: update.transition }
      : await move(ports, work, policy, situation).catch(fail(update.transition));
    return { comment, transition };
  } catch (error) {
    return { comment: fail(update.comment)(error), transition: fail(update.transition)(error) };
  }
}

function failed({ clock }: UpdateTicketPorts, { update }: Work, before: Step, error: unknown): StepEnd {
  const appError = toAppError(error);
  if (appError.code === 'storage-unavailable') throw appError;
  if (!isOpen(before)) return { step: before };
  return {
    step: afterError(appError, before, update.tries + 1, clock.now()),
    retryAfterSeconds: appError.retryAfterSeconds,
  };
}

async function addComment(
  ports: UpdateTicketPorts,
  { verification, update }: Work,
  policy: TellingPolicy,
  { project }: IssueSituation,
): Promise<StepEnd> {
  if (!isOpen(update.comment)) return { step: update.comment };
  const { issues, stoppedProjects, clock } = ports;
  const issueId = verification.issue.id;
  const words = commentFor(verification, update.outcome, policy);
  // Elsewhere an internal note is not internal: everybody who sees the issue would read it.
  if (words.isInternal && !project.isServiceProject) return impossible('not-a-service-project');
  const stopped = await stoppedProjects.list();
  if (stopped.some(({ id }) => id === project.id)) return impossible('project-stopped');
  const mayExist = update.comment.state === 'attempted';
  const existing = mayExist ? await issues.findComment(issueId, words.mark) : undefined;
  if (existing) return { step: { state: 'done', at: clock.now(), ref: existing } };
  const { commentId, isPublic } = await issues.addComment(issueId, words);
  if (words.isInternal && isPublic) return withdraw(ports, issueId, commentId, project);
  return { step: { state: 'done', at: clock.now(), ref: commentId } };
}

function impossible(reason: StepReason): StepEnd {
  return { step: { state: 'impossible', reason } };
}

/** Takes back a comment that was to be internal and is not, and comments no more in that project. */
async function withdraw(
  { issues, stoppedProjects, clock }: UpdateTicketPorts,
  issueId: string,
  commentId: string,
  { id, key }: IssueSituation['project'],
): Promise<StepEnd> {
  await Promise.all([
    issues.removeComment(issueId, commentId),
    stoppedProjects.stop({ id, key, at: clock.now() }),
  ]);
  return impossible('made-public');
}

async function move(
  { store, issues, clock }: UpdateTicketPorts,
  { verification, update }: Work,
  policy: TellingPolicy,
  situation: IssueSituation,
): Promise<StepEnd> {
  if (!isOpen(update.transition)) return { step: update.transition };
  const ticket = await store.tickets.load(verification.issue.id);
  const plan = planTransition({
    verification,
    update,
    policy,
    situation,
    knownStatusId: ticket?.value.statusId,
  });
  if (plan.kind === 'none') return { step: plan.step };
  if (plan.kind === 'go') await issues.transition(verification.issue.id, plan.transitionId);
  return {
    step: { state: 'done', at: clock.now(), ref: plan.toStatusId },
    movedTo: plan.toStatusId,
  };
}

/** Writes the entry's end into the record as it is by now, unless somebody else has taken the entry over. */
async function writeDown(
  { store }: UpdateTicketPorts,
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
    if (ticket) changes.push(store.tickets.change(ticket, { ...ticket.value, statusId: movedTo }));
    isWritten = await store.commit(changes);
  }
}
