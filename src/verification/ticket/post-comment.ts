import { isTimeToLookAgain } from './retry-rules';
import type { PostedComment, TicketComment, TicketPorts } from './ports';
import type { CommentMark, Step } from './progress';
import type { StepEnd } from './retry-rules';

type Posted = Extract<Step, { state: 'posted' }>;

/**
 * Posts a comment once: where an earlier try may have posted it, searches for that first.
 * @param isStopped whether nothing may be posted
 * @returns `undefined` where there is no comment
 * @throws {AppError} as `Issues` does
 */
export async function postOnce(
  { issues }: TicketPorts,
  issueId: string,
  comment: TicketComment,
  { step, isStopped }: { step: Step; isStopped: boolean },
): Promise<PostedComment | undefined> {
  const mayExist = step.state === 'attempted';
  const [existing] = mayExist ? await issues.findComments(issueId, comment.mark) : [];
  return existing ?? (isStopped ? undefined : issues.addComment(issueId, comment));
}

/** The step once its comment stands. Where an earlier try may still appear, a later run has to look again. */
export function postedStep(before: Step, { id }: PostedComment, now: number): StepEnd {
  const state = before.state === 'attempted' ? 'posted' : 'done';
  return { step: { state, at: now, ref: id } };
}

/** Removes what earlier tries posted, once no more of it can appear. Throws as `Issues` does. */
export async function removeDoubles(
  { issues, clock }: TicketPorts,
  issueId: string,
  mark: CommentMark,
  step: Posted,
): Promise<StepEnd> {
  if (!isTimeToLookAgain(step, clock.now())) return { step };
  for (const { id } of await issues.findComments(issueId, mark)) {
    if (id !== step.ref) await issues.removeComment(issueId, id);
  }
  return { step: { ...step, state: 'done' } };
}
