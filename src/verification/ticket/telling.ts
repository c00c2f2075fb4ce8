import { codeStateOf } from '../session/caller-code';
import { fold } from '../session/fold';
import { isOutcome, isTakenBack } from '../session/state';
import { beginStep, isOpen, notTried, reopenStep } from './progress';
import { replyMark } from './reply';
import type { Outcome } from '../session/state';
import type { Verification } from '../session/session-record';
import type {
  CommentMark,
  OutcomeMark,
  OutdatedComment,
  ReplyProgress,
  Step,
  TicketProgress,
} from './progress';
import type { Ticket } from './ticket';

/** Of the comments that wait to be marked, only this many are remembered: the newest. */
const MOST_OUTDATED = 5;

/** How far the ticket is told the outcome of its current verification; `undefined` while there is none. */
export function tellingProgress(
  ticket: Ticket,
  verification: Verification,
  now: number,
): TicketProgress | undefined {
  const { told } = ticket;
  const { interviewId } = verification;
  const { state } = fold(verification, now);
  if (!isOutcome(state)) return undefined;
  const isTheSame = told?.interviewId === interviewId && told.outcome === state;
  return isTheSame
    ? resumed(told, verification, now)
    : newProgress(ticket, { interviewId, outcome: state }, now);
}

/** The progress with a move open again that waited for the caller's code, once that is confirmed. */
function resumed(told: TicketProgress, verification: Verification, now: number): TicketProgress {
  const { transition } = told;
  const hasWaited = transition.state === 'left-alone' && transition.reason === 'code-not-confirmed';
  return hasWaited && codeStateOf(verification)?.kind === 'confirmed'
    ? { ...told, transition: { state: 'due' }, ...notTried(now) }
    : told;
}

/** The progress of a new outcome, after what was told before. */
function newProgress(
  { told: before, reply }: Ticket,
  of: Pick<TicketProgress, 'interviewId' | 'outcome'>,
  now: number,
): TicketProgress {
  return {
    ...of,
    sequence: (before?.sequence ?? 0) + 1,
    comment: { state: 'due' },
    transition: { state: 'due' },
    outdated: [
      ...(before ? outdatedBy(before) : []),
      ...(isTakenBack(of.outcome) ? outdatedReply(reply, of.interviewId) : []),
    ].slice(-MOST_OUTDATED),
    mayBeMovedFor: before ? mayBeMovedBy(before) : [],
    ...notTried(now),
  };
}

/** What the comment of a progress is marked with. */
export function markOf({ interviewId, outcome, sequence }: TicketProgress): OutcomeMark {
  return { interviewId, outcome, sequence };
}

function outdatedBy(progress: TicketProgress): OutdatedComment[] {
  return [...progress.outdated, ...mayStand(markOf(progress), progress.comment)];
}

/** What the employee was told of a pass that is taken back. */
function outdatedReply(reply: ReplyProgress | undefined, interviewId: string): OutdatedComment[] {
  const isOfPass = reply?.interviewId === interviewId && reply.kind === 'passed';
  return isOfPass ? mayStand(replyMark(reply), reply.step) : [];
}

/** The comment of a step that was taken, or may have been. */
function mayStand(mark: CommentMark, step: Step): OutdatedComment[] {
  if (!('at' in step)) return [];
  return [{ mark, ref: step.state === 'done' ? step.ref : undefined, at: step.at }];
}

function mayBeMovedBy({ outcome, transition, mayBeMovedFor }: TicketProgress): Outcome[] {
  if (transition.state === 'done') return [];
  return transition.state === 'attempted' ? [...new Set([...mayBeMovedFor, outcome])] : mayBeMovedFor;
}

/** The progress as it is before a try. */
export function beginTelling(told: TicketProgress, now: number): TicketProgress {
  const { comment, transition, tries } = told;
  return {
    ...told,
    comment: beginStep(comment, now),
    transition: beginStep(transition, now),
    tries: tries + 1,
  };
}

/** Whether nothing is left to do; a comment may still have to be checked later. */
export function isTellingDone({ comment, transition }: TicketProgress): boolean {
  return !isOpen(comment) && !isOpen(transition);
}

/** Whether nothing is left to do or to check. */
export function isTellingSettled(told: TicketProgress): boolean {
  return isTellingDone(told) && told.comment.state !== 'posted' && told.outdated.length === 0;
}

/** The progress with its impossible steps open again. */
export function reopenTelling(told: TicketProgress, now: number): TicketProgress {
  return {
    ...told,
    comment: reopenStep(told.comment, now),
    transition: reopenStep(told.transition, now),
    ...notTried(now),
  };
}
