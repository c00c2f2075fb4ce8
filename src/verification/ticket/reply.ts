import { fold } from '../session/fold';
import { reporterMatchNow } from '../session/subject';
import { postedStep, postOnce, removeDoubles } from './post-comment';
import { beginStep, isOpen, notTried, reopenStep } from './progress';
import { impossible, leaveAlone, stepAfterError, triesAfter } from './retry-rules';
import type { Verification } from '../session/session-record';
import type { State } from '../session/state';
import type { RunEnd } from './outstanding';
import type { TicketPorts } from './ports';
import type { CommentMark, ReplyKind, ReplyProgress } from './progress';
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
  const before = reply?.interviewId === interviewId ? reply : undefined;
  const kind = kinds[fold(verification, now).state];
  // With nothing more to tell, a double of the last reply may still appear.
  if (!kind) return before?.step.state === 'posted' ? before : undefined;
  if (!link.isEmployeeTold) return undefined;
  return before?.kind === kind ? before : { interviewId, kind, step: { state: 'due' }, ...notTried(now) };
}

/** What a reply is marked with. */
export function replyMark({ interviewId, kind }: ReplyProgress): CommentMark {
  return { interviewId, outcome: `reply-${kind}`, sequence: 0 };
}

/** The reply as it is before a try. */
export function beginReply(reply: ReplyProgress, now: number): ReplyProgress {
  return { ...reply, step: beginStep(reply.step, now), tries: reply.tries + 1 };
}

/**
 * Tells the employee, where everybody who may see the request can read it, once.
 * @param before as it was before the lease
 * @throws {AppError} `storage-unavailable`
 */
export async function replyToEmployee(
  ports: TicketPorts,
  { link }: Verification,
  before: ReplyProgress,
  reading: Promise<Surroundings>,
): Promise<RunEnd> {
  const { clock } = ports;
  const end = await reading
    .then((surroundings) => takeReplyStep(ports, link, before, surroundings))
    .catch((cause: unknown) => stepAfterError(cause, before.step, before, clock.now()));
  const reply = { ...before, step: end.step, ...triesAfter(before, [end], clock.now()) };
  return { reply, failure: end.error };
}

async function takeReplyStep(
  ports: TicketPorts,
  { issue, environment, subject }: Verification['link'],
  reply: ReplyProgress,
  { policy, situation, isStopped }: Surroundings,
): Promise<StepEnd> {
  const { kind, step } = reply;
  const mark = replyMark(reply);
  // It stands, whatever has changed since: it is checked for doubles, and marked if its pass is taken back.
  if (step.state === 'posted') return removeDoubles(ports, issue.id, mark, step);
  const body = policy.reply(kind);
  if (body === undefined) return leaveAlone('switched-off');
  // Other projects have no portal in which the employee could read it.
  if (!situation.project.isServiceProject) return leaveAlone('not-a-service-project');
  // If the reporter has changed, the reply would be about another person.
  if (reporterMatchNow(subject, situation.reporter) !== 'reporter') return leaveAlone('not-the-reporter');
  const title = environment === 'demo' ? 'DEMO' : '';
  const comment = { title, body, facts: [], isInternal: false, mark };
  const posted = await postOnce(ports, issue.id, comment, { step, isStopped });
  if (!posted) return impossible('project-stopped');
  return posted.isPublic === false ? impossible('not-public') : postedStep(step, posted, ports.clock.now());
}

/** Whether nothing is left to do; the comment may still have to be checked later. */
export function isReplyDone({ step }: ReplyProgress): boolean {
  return !isOpen(step);
}

/** Whether nothing is left to do or to check. */
export function isReplySettled(reply: ReplyProgress): boolean {
  return isReplyDone(reply) && reply.step.state !== 'posted';
}

/** The progress of a reply that could not be posted, open again. */
export function reopenReply(reply: ReplyProgress, now: number): ReplyProgress {
  return { ...reply, step: reopenStep(reply.step, now), ...notTried(now) };
}
