import { planTransition } from './plan-transition';
import { isOpen } from './progress';
import type { Clock } from '../store';
import type { Issues } from './ports';
import type { StepEnd } from './retry-rules';
import type { TellingTask } from './telling-task';
import type { SeenStatus } from './ticket';

interface TransitionPorts {
  issues: Issues;
  clock: Clock;
}

/** The transition after a run, and the status that it gave the issue, if any. */
export interface TransitionEnd extends StepEnd {
  moved?: SeenStatus | undefined;
}

/**
 * Moves the issue to the status that its outcome is mapped to, if the rules allow it.
 * @throws {AppError} as `Issues` does
 */
export async function takeTransitionStep(
  { issues, clock }: TransitionPorts,
  task: TellingTask,
): Promise<TransitionEnd> {
  const { verification, progress } = task;
  if (!isOpen(progress.transition)) return { step: progress.transition };
  const plan = planTransition({ ...task, now: clock.now() });
  if (plan.kind === 'none') return { step: plan.step };
  if (plan.kind === 'go') await issues.transition(verification.link.issue.id, plan.transitionId);
  const at = clock.now();
  const { id, name } = plan.to;
  const moved = { id, seenAt: at, movedFor: progress.outcome };
  return { step: { state: 'done', at, ref: id, status: name }, moved };
}
