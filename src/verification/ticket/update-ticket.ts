import { firstWithCause } from '../app-error';
import { settleAll } from '../settle-all';
import { markOutdated } from './mark-outdated';
import { isOpen } from './progress';
import { stepAfterError, triesAfter } from './retry-rules';
import { checkProjectAgain, takeCommentStep } from './take-comment-step';
import { takeTransitionStep } from './take-transition-step';
import type { RunEnd } from './outstanding';
import type { TicketPorts } from './ports';
import type { OutdatedComment } from './progress';
import type { StepEnd } from './retry-rules';
import type { TransitionEnd } from './take-transition-step';
import type { Surroundings, Telling, UpdateTask } from './update-task';

/**
 * Does what is due: comments, moves the issue, and marks comments that no longer hold.
 * @param telling as it was before the lease
 * @throws {AppError} `storage-unavailable`
 */
export async function updateTicket(
  ports: TicketPorts,
  telling: Telling,
  reading: Promise<Surroundings>,
): Promise<RunEnd> {
  const { progress } = telling;
  const fail: Fail = (name, error) => stepAfterError(error, progress[name], progress, ports.clock.now());
  const { comment, transition, outdated } = await reading.then(
    (surroundings) => takeSteps(ports, { ...telling, ...surroundings }, fail),
    (error: unknown): StepResults => ({
      comment: fail('comment', error),
      transition: fail('transition', error),
      outdated: progress.outdated,
    }),
  );
  const steps = { comment: comment.step, transition: transition.step, outdated };
  const tries = triesAfter(progress, [comment, transition], ports.clock.now());
  return {
    told: { ...progress, ...steps, ...tries },
    moved: transition.moved,
    failure: firstWithCause(comment.error, transition.error),
  };
}

type Fail = (name: 'comment' | 'transition', error: unknown) => StepEnd;

/** The steps after a run. */
interface StepResults {
  comment: StepEnd;
  transition: TransitionEnd;
  outdated: OutdatedComment[];
}

/** Comments first. Then it makes the transition, and at the same time checks that an internal note is internal. */
async function takeSteps(ports: TicketPorts, task: UpdateTask, fail: Fail): Promise<StepResults> {
  const { outdated, transition: before } = task.progress;
  const comment = await takeCommentStep(ports, task).catch((error: unknown) => fail('comment', error));
  if (isOpen(comment.step)) return { comment, transition: { step: before }, outdated };
  const [checked, transition] = await settleAll([
    checkProjectAgain(ports, task, comment),
    takeTransitionStep(ports, task).catch((error: unknown) => fail('transition', error)),
  ]);
  return { comment: checked, transition, outdated: await markOutdated(ports, task) };
}
