import { toAppError } from './app-error';
import { commentFor } from './ticket-comment';
import { isOpen, isTimeToLookAgain, isWorthAnotherTry } from './ticket-update';
import type {
  Clock,
  Issues,
  IssueSituation,
  PostedComment,
  StoppedProjects,
  TellingPolicy,
  TicketComment,
} from './ports';
import type { Step, StepEnd, StepReason, TicketUpdate } from './ticket-update';
import type { Verification } from './verification';

interface CommentPorts {
  issues: Issues;
  stoppedProjects: StoppedProjects;
  clock: Clock;
}

/** What is to be commented, and what has to be known for it. */
export interface CommentTask {
  verification: Verification;
  update: TicketUpdate;
  policy: TellingPolicy;
  project: IssueSituation['project'];
  /** Whether comments in the project are stopped until an administrator has looked. */
  isStopped: boolean;
}

/**
 * Comments on an outcome, once: looks for what an earlier try may have left, posts what is missing, checks that an
 * internal note is one, and looks once more where an earlier try may yet show up.
 * @throws {AppError} as `Issues` does
 */
export async function takeCommentStep(ports: CommentPorts, task: CommentTask): Promise<StepEnd> {
  const { comment } = task.update;
  if (comment.state === 'posted') return { step: await withoutDoubles(ports, task, comment) };
  if (!isOpen(comment)) return { step: comment };
  const words = commentFor(task.verification, task.update.outcome, task.policy);
  // Elsewhere an internal note is not internal: everybody who sees the issue would read it.
  if (words.isInternal && !task.project.isServiceProject) return impossible('not-a-service-project');
  const posted = await findOrPost(ports, task, words);
  if (!posted) return impossible('project-stopped');
  if (words.isInternal && posted.isPublic) return withdraw(ports, task, posted);
  const state = comment.state === 'attempted' ? 'posted' : 'done';
  return { step: { state, at: ports.clock.now(), ref: posted.id } };
}

/** `undefined` where nothing may be posted. */
async function findOrPost(
  { issues }: CommentPorts,
  { verification: { issue }, update, isStopped }: CommentTask,
  words: TicketComment,
): Promise<PostedComment | undefined> {
  const mayExist = update.comment.state === 'attempted';
  const [existing] = mayExist ? await issues.findComments(issue.id, words.mark) : [];
  return existing ?? (isStopped ? undefined : issues.addComment(issue.id, words));
}

async function withoutDoubles(
  { issues, clock }: CommentPorts,
  { verification, update }: CommentTask,
  comment: Extract<Step, { state: 'posted' }>,
): Promise<Step> {
  if (!isTimeToLookAgain(comment, clock.now())) return comment;
  const { interviewId, issue } = verification;
  const found = await issues.findComments(issue.id, { interviewId, outcome: update.outcome });
  for (const { id } of found) if (id !== comment.ref) await issues.removeComment(issue.id, id);
  return { ...comment, state: 'done' };
}

function impossible(reason: StepReason, detail?: string): StepEnd {
  return { step: { state: 'impossible', reason, detail } };
}

/** Comments no more in that project, and takes back a comment that was to be internal and is not. */
async function withdraw(
  { issues, stoppedProjects, clock }: CommentPorts,
  { verification, update, project: { id, key } }: CommentTask,
  comment: PostedComment,
): Promise<StepEnd> {
  await stoppedProjects.stop({ id, key, at: clock.now() });
  try {
    await issues.removeComment(verification.issue.id, comment.id);
  } catch (cause) {
    const error = toAppError(cause);
    const { reason, retryAfterSeconds } = error;
    if (isWorthAnotherTry(error, update.tries + 1)) {
      return { step: { state: 'attempted', at: clock.now() }, retryAfterSeconds };
    }
    if (error.code !== 'not-found') return impossible('still-public', reason);
  }
  return impossible('made-public');
}
