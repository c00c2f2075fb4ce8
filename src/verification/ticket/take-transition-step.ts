import { AppError } from '../app-error';
import { CODE_NEEDED_SENTENCE, codeStateOf } from '../session/caller-code';
import { fold, passEndsAt } from '../session/fold';
import { isTakenBack } from '../session/state';
import { reporterMatchNow } from '../session/subject';
import { isOpen } from './progress';
import { impossible, leaveAlone, LOOK_AFTER_MS } from './retry-rules';
import type { Verification } from '../session/session-record';
import type { Outcome } from '../session/state';
import type { IssueSituation, TicketPorts } from './ports';
import type { StepReason } from './progress';
import type { StepEnd } from './retry-rules';
import type { UpdateTask } from './update-task';
import type { SeenStatus } from './ticket';

/** The transition after a run, and the status that it gave the issue, if any. */
export interface TransitionEnd extends StepEnd {
  moved?: SeenStatus | undefined;
}

/** Moves the issue to the status that its outcome is mapped to, if the rules allow it. Throws as `Issues` does. */
export async function takeTransitionStep(
  { issues, clock }: TicketPorts,
  task: UpdateTask,
): Promise<TransitionEnd> {
  const { verification, progress } = task;
  const question = { ...task, now: clock.now() };
  if (!isOpen(progress.transition) || isMoveOnItsWay(question)) return { step: progress.transition };
  const plan = planTransition(question);
  if ('step' in plan) return plan;
  const { transitionId, to } = plan;
  try {
    if (transitionId !== undefined) await issues.transition(verification.link.issue.id, transitionId);
  } catch (error) {
    if (isCodeAwaited(verification, error)) return leaveAlone('code-not-confirmed');
    throw error;
  }
  const at = clock.now();
  const moved = { id: to.id, seenAt: at, movedFor: progress.outcome };
  return { step: { state: 'done', at, ref: to.id, status: to.name }, moved };
}

/** Whether our own validator refused a move because the caller's code is not confirmed, which it may still be. */
function isCodeAwaited(verification: Verification, error: unknown): boolean {
  const isCodeMissing = error instanceof AppError && error.reason?.includes(CODE_NEEDED_SENTENCE) === true;
  return isCodeMissing && codeStateOf(verification)?.kind === 'open';
}

type Question = UpdateTask & { now: number };

/** Whether Jira may still make a transition to an earlier outcome's status, whose answer is not known. */
function isMoveOnItsWay(question: Question): boolean {
  const { mayBeMovedFor, since } = question.progress;
  const isAwaited = mayBeMovedFor.length > 0 && mayBeMovedByUs(question).length === 0;
  return isAwaited && question.now < since + LOOK_AFTER_MS;
}

interface Target {
  id: string;
  name: string;
}

/** Where the issue goes, with the transition that is still to be made; or the step, where there is nothing to make. */
type TransitionPlan = { to: Target; transitionId?: string } | StepEnd;

/** What to do about the issue's status. The app never undoes a person's move, and never leaves a done status. */
function planTransition(question: Question): TransitionPlan {
  const target = targetOf(question);
  if (!target) return leaveAlone('no-mapping');
  const reason = reasonNotToMove(question);
  if (reason) return leaveAlone(reason);
  return question.situation.status.id === target.id
    ? planWhenThere(question, target)
    : planMove(question, target);
}

function planWhenThere({ progress, seen }: Question, target: Target): TransitionPlan {
  const isOurs = progress.transition.state === 'attempted' && seen?.id !== target.id;
  return isOurs ? { to: target } : leaveAlone('already-there');
}

function planMove(question: Question, target: Target): TransitionPlan {
  const { situation, seen } = question;
  if (situation.status.isDone) return leaveAlone('already-done-status');
  const isAsWeLeftIt = situation.status.id === seen?.id || mayBeMovedByUs(question).length > 0;
  if (!isAsWeLeftIt) return leaveAlone('moved-meanwhile');
  return findTransition(situation, target);
}

/**
 * An objection leads to the status of a failure; so does another outcome that withdraws a pass, if the issue is still
 * where the pass moved it.
 */
function targetOf(question: Question): Target | undefined {
  const { policy, progress, situation, seen } = question;
  const { outcome } = progress;
  const isMovedByPass = seen?.movedFor === 'passed' && seen.id === situation.status.id;
  const standsWherePassLed = isMovedByPass || mayBeMovedByUs(question).includes('passed');
  const isLikeFailure = outcome === 'objected' || (isTakenBack(outcome) && standsWherePassLed);
  const leadsTo = isLikeFailure ? 'failed' : outcome;
  return policy.targetStatus(leadsTo, situation.project.id);
}

function reasonNotToMove(question: Question): StepReason | undefined {
  const { verification, policy, progress, situation, now } = question;
  const { environment, subject } = verification.link;
  if (environment === 'demo' && !policy.doDemoResultsMoveTickets) return 'demo';
  const isReporter = reporterMatchNow(subject, situation.reporter) === 'reporter';
  if (!isReporter && !policy.doOthersMoveTickets) return 'not-the-reporter';
  const isTooOld =
    progress.outcome === 'passed' && now >= passEndsAt(fold(verification, now), policy.passCountsMs);
  return isTooOld ? 'pass-too-old' : undefined;
}

/** The earlier outcomes whose transition to the present status was tried, with an unknown answer. */
function mayBeMovedByUs({ policy, situation, progress }: Question): Outcome[] {
  return progress.mayBeMovedFor.filter(
    (outcome) => policy.targetStatus(outcome, situation.project.id)?.id === situation.status.id,
  );
}

/** A transition to the status, if possible one without required fields. If no id matches, the status's name counts. */
function findTransition({ transitions }: IssueSituation, target: Target): TransitionPlan {
  const byId = transitions.filter(({ toStatusId }) => toStatusId === target.id);
  const there =
    byId.length > 0 ? byId : transitions.filter(({ toStatusName }) => toStatusName === target.name);
  const match = there.find(({ needsFields }) => !needsFields) ?? there[0];
  if (!match) return impossible('no-such-transition');
  return { transitionId: match.id, to: { id: match.toStatusId, name: match.toStatusName } };
}
