import { AppError, toAppError } from '../app-error';
import { settleBoth } from '../settle-both';
import { markOutdated } from './mark-outdated';
import { isOpen } from './progress';
import { afterError, pauseMs } from './retry-rules';
import { checkProjectAgain, takeCommentStep } from './take-comment-step';
import { takeTransitionStep } from './take-transition-step';
import type { TicketPorts } from './ports';
import type { OutdatedComment, TicketProgress } from './progress';
import type { StepEnd } from './retry-rules';
import type { TransitionEnd } from './take-transition-step';
import type { UpdateTask } from './update-task';
import type { SeenStatus } from './ticket';

/** The progress after a run, and the status that the run gave the issue. */
export interface UpdateResult {
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
export async function updateTicket(
  ports: TicketPorts,
  progress: TicketProgress,
  reading: Promise<UpdateTask>,
): Promise<UpdateResult> {
  const fail = (name: 'comment' | 'transition') => (error: unknown) =>
    failed(progress, name, toAppError(error), ports.clock.now());
  const task = await reading.catch(toAppError);
  const { comment, transition, outdated }: StepResults =
    task instanceof AppError
      ? { comment: fail('comment')(task), transition: fail('transition')(task), outdated: progress.outdated }
      : await takeSteps(ports, task, fail);
  const tries = progress.tries + 1;
  const dueAt = ports.clock.now() + pauseMs(tries, [comment, transition]);
  const steps = { comment: comment.step, transition: transition.step, outdated };
  return {
    progress: { ...progress, ...steps, tries, dueAt },
    moved: transition.moved,
    failure: [comment.error, transition.error].find((error) => error?.cause !== undefined),
  };
}

/** The steps after a run. */
interface StepResults {
  comment: StepEnd;
  transition: TransitionEnd;
  outdated: OutdatedComment[];
}

/** Comments first. Then it makes the transition, and at the same time checks that an internal note is internal. */
async function takeSteps(
  ports: TicketPorts,
  task: UpdateTask,
  fail: (name: 'comment' | 'transition') => (error: unknown) => StepEnd,
): Promise<StepResults> {
  const { outdated, transition: before } = task.progress;
  const comment = await takeCommentStep(ports, task).catch(fail('comment'));
  if (isOpen(comment.step)) return { comment, transition: { step: before }, outdated };
  const [checked, transition] = await settleBoth(
    checkProjectAgain(ports, task, comment),
    takeTransitionStep(ports, task).catch(fail('transition')),
  );
  return { comment: checked, transition, outdated: await markOutdated(ports, task) };
}

function failed(
  progress: TicketProgress,
  name: 'comment' | 'transition',
  error: AppError,
  now: number,
): StepEnd {
  if (error.code === 'storage-unavailable') throw error;
  const before = progress[name];
  const isToBeTaken = isOpen(before) || before.state === 'posted';
  return isToBeTaken ? { step: afterError(error, before, progress, now), error } : { step: before };
}
