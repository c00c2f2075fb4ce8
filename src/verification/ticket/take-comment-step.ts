import { toAppError } from '../app-error';
import { isOpen, markOf } from './progress';
import { isFinal, isTimeToLookAgain, isWorthAnotherTry } from './retry-rules';
import { commentFor } from './ticket-comment';
import type { PostedComment, TicketComment, TicketPorts } from './ports';
import type { Step, StepReason, TicketProgress } from './progress';
import type { StepEnd } from './retry-rules';
import type { UpdateTask } from './update-task';

/**
 * Comments on an outcome, once: searches for a comment of an earlier try, posts one if there is none, and checks that
 * an internal note is internal. Where an earlier try may appear later, a later run checks again.
 * @throws {AppError} as `Issues` does
 */
export async function takeCommentStep(ports: TicketPorts, task: UpdateTask): Promise<StepEnd> {
  const { progress, situation, verification } = task;
  const { comment } = progress;
  const now = ports.clock.now();
  if (comment.state === 'posted') return lookAgain(ports, task, comment);
  if (!isOpen(comment)) return { step: comment };
  const words = commentFor(verification, markOf(progress), task.policy, now);
  // In other projects a note is not internal: everybody who sees the issue could read it.
  if (words.isInternal && !situation.project.isServiceProject) return waitForProject(progress, comment, now);
  const posted = await findOrPost(ports, task, words);
  if (!posted) return impossible('project-stopped');
  if (words.isInternal && posted.isPublic) return withdrawPublic(ports, task, posted);
  const state = comment.state === 'attempted' ? 'posted' : 'done';
  return { step: { state, at: ports.clock.now(), ref: posted.id } };
}

/**
 * Removes an internal note that was posted while the issue moved to a project of another kind: there, everybody who
 * sees the issue could read it.
 */
export async function checkProjectAgain(
  { issues, clock }: TicketPorts,
  { policy, verification, progress }: UpdateTask,
  end: StepEnd,
): Promise<StepEnd> {
  const { step } = end;
  const isJustPosted = isOpen(progress.comment) && (step.state === 'done' || step.state === 'posted');
  if (!policy.isInternal || !isJustPosted) return end;
  const { id } = verification.link.issue;
  try {
    if ((await issues.situation(id)).project.isServiceProject) return end;
    await issues.removeComment(id, step.ref);
    return waitForProject(progress, { state: 'due' }, clock.now());
  } catch {
    // The note stands; a later run checks it again.
    return { step: { ...step, state: 'posted' } };
  }
}

/** The issue may come back to a service project. */
function waitForProject(progress: TicketProgress, before: Step, now: number): StepEnd {
  return isFinal(progress, now) ? impossible('not-a-service-project') : { step: before };
}

/** `undefined` where nothing may be posted. */
async function findOrPost(
  { issues }: TicketPorts,
  { verification, progress, isStopped }: UpdateTask,
  words: TicketComment,
): Promise<PostedComment | undefined> {
  const { id } = verification.link.issue;
  const mayExist = progress.comment.state === 'attempted';
  const [existing] = mayExist ? await issues.findComments(id, words.mark) : [];
  return existing ?? (isStopped ? undefined : issues.addComment(id, words));
}

async function lookAgain(
  { issues, clock }: TicketPorts,
  { verification, progress, policy, situation }: UpdateTask,
  comment: Extract<Step, { state: 'posted' }>,
): Promise<StepEnd> {
  const now = clock.now();
  const issueId = verification.link.issue.id;
  if (policy.isInternal && !situation.project.isServiceProject) {
    await issues.removeComment(issueId, comment.ref);
    return waitForProject(progress, { state: 'due' }, now);
  }
  if (!isTimeToLookAgain(comment, now)) return { step: comment };
  const found = await issues.findComments(issueId, markOf(progress));
  for (const { id } of found) if (id !== comment.ref) await issues.removeComment(issueId, id);
  return { step: { ...comment, state: 'done' } };
}

function impossible(reason: StepReason, detail?: string): StepEnd {
  return { step: { state: 'impossible', reason, detail } };
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
