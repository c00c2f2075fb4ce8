import { toAppError } from '../app-error';
import { fold } from '../session/fold';
import { isOpen, replyMark } from './progress';
import { afterError, isTimeToLookAgain, pauseMs } from './retry-rules';
import type { AppError } from '../app-error';
import type { Verification } from '../session/session-record';
import type { State } from '../session/state';
import type { PostedComment, TicketComment, TicketPorts } from './ports';
import type { CommentMark, ReplyKind, ReplyProgress, Step, StepReason } from './progress';
import type { StepEnd } from './retry-rules';
import type { Ticket } from './ticket';
import type { Surroundings } from './update-task';

const kinds: Partial<Record<State, ReplyKind>> = { sent: 'sent', started: 'sent', passed: 'passed' };

/** How far the employee is told how the verification stands; `undefined` where there is nothing to tell. */
export function replyProgress(
  { reply }: Ticket,
  verification: Verification,
  now: number,
): ReplyProgress | undefined {
  const { interviewId, link } = verification;
  const kind = kinds[fold(verification, now).state];
  if (!link.isEmployeeTold || !kind) return undefined;
  const isTheSame = reply?.interviewId === interviewId && reply.kind === kind;
  return isTheSame ? reply : { interviewId, kind, step: { state: 'due' }, since: now, tries: 0, dueAt: now };
}

/** The reply before a try: whoever finds it so later has to look whether it stands. */
export function beginReply(reply: ReplyProgress, now: number): ReplyProgress {
  const { step, tries } = reply;
  return { ...reply, step: step.state === 'due' ? { state: 'attempted', at: now } : step, tries: tries + 1 };
}

/** The reply after a run, and what went wrong, if anything did. */
export interface ReplyEnd {
  reply: ReplyProgress;
  error?: AppError | undefined;
}

/**
 * Tells the employee, where everybody who may see the request can read it, once.
 * @param before as it was before the lease
 * @throws {AppError} `storage-unavailable`
 */
export async function replyToEmployee(
  ports: TicketPorts,
  verification: Verification,
  before: ReplyProgress,
  reading: Promise<Surroundings>,
): Promise<ReplyEnd> {
  const end = await reading
    .then((surroundings) => takeReplyStep(ports, verification, before, surroundings))
    .catch((cause: unknown) => failed(before, toAppError(cause), ports.clock.now()));
  const tries = before.tries + 1;
  const dueAt = ports.clock.now() + pauseMs(tries, [end]);
  return { reply: { ...before, step: end.step, tries, dueAt }, error: end.error };
}

function failed(before: ReplyProgress, error: AppError, now: number): StepEnd {
  if (error.code === 'storage-unavailable') throw error;
  return { step: afterError(error, before.step, before, now), error };
}

async function takeReplyStep(
  ports: TicketPorts,
  { link }: Verification,
  reply: ReplyProgress,
  { policy, situation, isStopped }: Surroundings,
): Promise<StepEnd> {
  const { kind, step } = reply;
  const words = policy.reply(kind);
  if (words === undefined) return leaveAlone('switched-off');
  // Elsewhere there is no portal, and so nobody to tell.
  if (!situation.project.isServiceProject) return leaveAlone('not-a-service-project');
  const { id } = link.issue;
  const mark = replyMark(reply);
  const found = step.state === 'due' ? [] : await ports.issues.findComments(id, mark);
  if (step.state === 'posted') return removeDoubles(ports, id, step, found);
  if (found.length === 0 && isStopped) return impossible('project-stopped');
  const comment = replyComment(words, link.environment === 'demo', mark);
  const posted = found[0] ?? (await ports.issues.addComment(id, comment));
  if (posted.isPublic === false) return impossible('not-public');
  return { step: { state: stateAfter(step), at: ports.clock.now(), ref: posted.id } };
}

/** An earlier try whose answer was lost may have shown up since. */
async function removeDoubles(
  { issues, clock }: TicketPorts,
  issueId: string,
  step: Extract<Step, { state: 'posted' }>,
  found: PostedComment[],
): Promise<StepEnd> {
  if (!isTimeToLookAgain(step, clock.now())) return { step };
  for (const { id } of found) if (id !== step.ref) await issues.removeComment(issueId, id);
  return { step: { ...step, state: 'done' } };
}

function stateAfter(before: Step): 'posted' | 'done' {
  return before.state === 'attempted' ? 'posted' : 'done';
}

function leaveAlone(reason: StepReason): StepEnd {
  return { step: { state: 'left-alone', reason } };
}

function impossible(reason: StepReason): StepEnd {
  return { step: { state: 'impossible', reason } };
}

function replyComment(words: string, isDemo: boolean, mark: CommentMark): TicketComment {
  return { title: isDemo ? 'DEMO' : '', body: words, facts: [], isInternal: false, mark };
}

/** Whether nothing is left to do; the comment may still have to be checked later. */
export function isReplyDone(reply: ReplyProgress | undefined): boolean {
  return !reply || !isOpen(reply.step);
}

/** Whether nothing is left to do or to check. */
export function isReplySettled(reply: ReplyProgress | undefined): boolean {
  return isReplyDone(reply) && reply?.step.state !== 'posted';
}
