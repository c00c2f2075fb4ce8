import { toAppError } from '../app-error';
import { reporterMatchNow } from '../session/subject';
import { postedStep, postOnce, removeDoubles } from './post-comment';
import { isOpen } from './progress';
import { impossible, isFinal, isWorthAnotherTry } from './retry-rules';
import { markOf } from './telling';
import { commentFor } from './ticket-comment';
import type { AppError } from '../app-error';
import type { PostedComment, TicketPorts } from './ports';
import type { Step, TicketProgress } from './progress';
import type { StepEnd } from './retry-rules';
import type { UpdateTask } from './update-task';

/**
 * Comments on an outcome, once, and checks that an internal note is internal. Where an earlier try may appear later, a
 * later run checks again.
 * @throws {AppError} as `Issues` does
 */
export async function takeCommentStep(ports: TicketPorts, task: UpdateTask): Promise<StepEnd> {
  const { progress, situation, verification, policy, isStopped } = task;
  const { comment: step } = progress;
  const { id } = verification.link.issue;
  const now = ports.clock.now();
  // In other projects a note is not internal: everybody who sees the issue could read it.
  const isShownToAll = policy.isInternal && !situation.project.isServiceProject;
  if (step.state === 'posted') {
    return isShownToAll ? withdraw(ports, task, step.ref) : removeDoubles(ports, id, markOf(progress), step);
  }
  if (!isOpen(step)) return { step };
  if (isShownToAll) return waitForProject(progress, step, now);
  const match = reporterMatchNow(verification.link.subject, situation.reporter);
  const comment = commentFor({ verification, match }, markOf(progress), policy, now);
  const posted = await postOnce(ports, id, comment, { step, isStopped });
  if (!posted) return impossible('project-stopped');
  if (!comment.isInternal) return postedStep(step, posted, ports.clock.now());
  const { isPublic, error } = await visibilityOf(ports, task, posted);
  // It stands: the next try finds it, and looks again.
  if (error) return { step: { state: 'attempted', at: now }, error };
  return isPublic ? withdrawPublic(ports, task, posted) : postedStep(step, posted, ports.clock.now());
}

/**
 * Whether customers can read a note. Where Jira's answer to it did not say, its list of comments is asked; where that
 * does not say either (not seen so far), the note is taken for what was asked for.
 */
async function visibilityOf(
  { issues }: TicketPorts,
  { verification, progress }: UpdateTask,
  { id, isPublic }: PostedComment,
): Promise<{ isPublic?: boolean | undefined; error?: AppError }> {
  if (isPublic !== undefined) return { isPublic };
  try {
    const listed = await issues.findComments(verification.link.issue.id, markOf(progress));
    return { isPublic: listed.find((comment) => comment.id === id)?.isPublic };
  } catch (cause) {
    return { error: toAppError(cause) };
  }
}

/**
 * Removes an internal note that was posted while the issue moved to a project of another kind: there, everybody who
 * sees the issue could read it.
 */
export async function checkProjectAgain(
  ports: TicketPorts,
  task: UpdateTask,
  end: StepEnd,
): Promise<StepEnd> {
  const { step } = end;
  const isJustPosted = isOpen(task.progress.comment) && (step.state === 'done' || step.state === 'posted');
  if (!task.policy.isInternal || !isJustPosted) return end;
  try {
    const { project } = await ports.issues.situation(task.verification.link.issue.id);
    return project.isServiceProject ? end : await withdraw(ports, task, step.ref);
  } catch {
    // The note stands; a later run checks it again.
    return { step: { ...step, state: 'posted' } };
  }
}

async function withdraw(
  { issues, clock }: TicketPorts,
  { verification, progress }: UpdateTask,
  commentId: string,
): Promise<StepEnd> {
  await issues.removeComment(verification.link.issue.id, commentId);
  return waitForProject(progress, { state: 'due' }, clock.now());
}

/** The issue may come back to a service project. */
function waitForProject(progress: TicketProgress, before: Step, now: number): StepEnd {
  return isFinal(progress, now) ? impossible('not-a-service-project') : { step: before };
}

/** Stops comments in that project, and removes a comment that should be internal and is public. */
async function withdrawPublic(
  { issues, stoppedProjects, clock }: TicketPorts,
  { verification, progress, situation }: UpdateTask,
  comment: PostedComment,
): Promise<StepEnd> {
  const { id, key } = situation.project;
  await stoppedProjects.stop({ id, key, at: clock.now() });
  try {
    await issues.removeComment(verification.link.issue.id, comment.id);
  } catch (cause) {
    const error = toAppError(cause);
    const now = clock.now();
    if (isWorthAnotherTry(error, progress, now)) return { step: { state: 'attempted', at: now }, error };
    if (error.code !== 'not-found') return impossible('still-public', error.reason);
  }
  return impossible('made-public');
}
