import { planTransition } from './plan-transition';
import { isOpen } from './ticket-update';
import type { Clock, Issues, IssueSituation, Stored, TellingPolicy } from './ports';
import type { Ticket } from './ticket';
import type { StepEnd, TicketUpdate } from './ticket-update';
import type { Verification } from './verification';

interface TransitionPorts {
  issues: Issues;
  clock: Clock;
}

/** What the issue's status may have to follow, and what has to be known for it. */
export interface TransitionTask {
  verification: Verification;
  update: TicketUpdate;
  policy: TellingPolicy;
  situation: IssueSituation;
  /** What is remembered of the issue: the status it had when the link was sent, or that we gave it since. */
  ticket: Stored<Ticket> | undefined;
}

/** What became of the transition, and the move if it was ours. */
export interface TransitionEnd extends StepEnd {
  moved?: Move;
}

/** A status that we gave the issue, and what was remembered of it before. */
export interface Move {
  toStatusId: string;
  ticket: Stored<Ticket> | undefined;
}

/**
 * Moves the issue to where the outcome leads, where that is called for.
 * @throws {AppError} as `Issues` does
 */
export async function takeTransitionStep(
  { issues, clock }: TransitionPorts,
  { ticket, ...task }: TransitionTask,
): Promise<TransitionEnd> {
  const { verification, update } = task;
  if (!isOpen(update.transition)) return { step: update.transition };
  const plan = planTransition({ ...task, knownStatusId: ticket?.value.statusId });
  if (plan.kind === 'none') return { step: plan.step };
  if (plan.kind === 'go') await issues.transition(verification.issue.id, plan.transitionId);
  const { toStatusId } = plan;
  return { step: { state: 'done', at: clock.now(), ref: toStatusId }, moved: { toStatusId, ticket } };
}
