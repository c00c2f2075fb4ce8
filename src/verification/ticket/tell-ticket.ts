import { toAppError } from '../app-error';
import { settleBoth } from '../settle-both';
import { markOutdated } from './mark-outdated';
import { isOpen } from './progress';
import { afterError, pauseMs } from './retry-rules';
import { checkProjectAgain, takeCommentStep } from './take-comment-step';
import { takeTransitionStep } from './take-transition-step';
import type { AppError } from '../app-error';
import type { Verification } from '../session/session-record';
import type { ReconcilePorts } from './ports';
import type { OutdatedComment, Step, TicketProgress } from './progress';
import type { StepEnd } from './retry-rules';
import type { TransitionEnd } from './take-transition-step';
import type { TellingTask } from './telling-task';
import type { SeenStatus } from './ticket';

/** The progress after a run, and the status that the run gave the issue. */
export interface Telling {
  progress: TicketProgress;
  moved?: SeenStatus | undefined;
  /** The first error with a cause, for the log. */
  failure?: AppError | undefined;
}

/**
 * Does what is due: comments, moves the issue, and marks comments that no longer hold.
 * @param progress as it was before the lease
 * @throws {AppError} `storage-unavailable`
 */
export async function tellTicket(
  ports: ReconcilePorts,
  progress: TicketProgress,
  reading: Promise<TellingTask>,
): Promise<Telling> {
  const failures: AppError[] = [];
  const fail = (before: Step) => (error: unknown) =>
    failed(ports, progress, before, collect(failures, error));
  const { comment, transition, outdated } = await reading.then(
    (task) => takeSteps(ports, task, fail),
    (error: unknown): StepResults => ({
      comment: fail(progress.comment)(error),
      transition: fail(progress.transition)(error),
      outdated: progress.outdated,
    }),
  );
  const tries = progress.tries + 1;
  const dueAt = ports.clock.now() + pauseMs(tries, [comment, transition]);
  const steps = { comment: comment.step, transition: transition.step, outdated };
  return {
    progress: { ...progress, ...steps, tries, dueAt },
    moved: transition.moved,
    failure: failures.find(({ cause }) => cause !== undefined),
  };
}

/** The steps after a run. */
interface StepResults {
  comment: StepEnd;
  transition: TransitionEnd;
  outdated: OutdatedComment[];
}

function collect(failures: AppError[], error: unknown): AppError {
  const appError = toAppError(error);
  failures.push(appError);
  return appError;
}

/** Comments first. Then it makes the transition, and at the same time checks that an internal note is internal. */
async function takeSteps(
  ports: ReconcilePorts,
  task: TellingTask,
  fail: (before: Step) => (error: unknown) => StepEnd,
): Promise<StepResults> {
  const { progress } = task;
  const { outdated } = progress;
  const comment = await takeCommentStep(ports, task).catch(fail(progress.comment));
  if (isOpen(comment.step)) return { comment, transition: { step: progress.transition }, outdated };
  const [checked, transition] = await settleBoth(
    checkProjectAgain(ports, task, comment.step),
    takeTransitionStep(ports, task).catch(fail(progress.transition)),
  );
  return { comment: checked, transition, outdated: await markOutdated(ports, task) };
}

/** Reads what is needed to update the ticket. Throws as `Issues` and `StoppedProjects` do. */
export async function readTellingTask(
  { policies, issues, stoppedProjects }: ReconcilePorts,
  verification: Verification,
  progress: TicketProgress,
  seen: SeenStatus | undefined,
): Promise<TellingTask> {
  const [policy, situation, stopped] = await Promise.all([
    policies.telling(),
    issues.situation(verification.link.issue.id),
    stoppedProjects.list(),
  ]);
  const isStopped = stopped.some(({ id }) => id === situation.project.id);
  return { verification, progress, policy, situation, isStopped, seen };
}

function failed({ clock }: ReconcilePorts, progress: TicketProgress, before: Step, error: unknown): StepEnd {
  const appError = toAppError(error);
  if (appError.code === 'storage-unavailable') throw appError;
  if (!isOpen(before) && before.state !== 'posted') return { step: before };
  return {
    step: afterError(appError, before, progress, clock.now()),
    retryAfterSeconds: appError.retryAfterSeconds,
  };
}
