import { isTakenBack } from '../session/state';
import type { Outcome } from '../session/state';
import type { FieldValues } from './ports';
import type { Ticket } from './ticket';

/** Why something was not done to the ticket. Codes; people read the sentences that the browser makes of them. */
export type StepReason =
  | 'no-mapping'
  | 'demo'
  | 'not-the-reporter'
  | 'pass-too-old'
  | 'moved-meanwhile'
  | 'already-done-status'
  | 'already-there'
  | 'no-such-transition'
  | 'issue-gone'
  | 'not-a-service-project'
  | 'made-public'
  | 'still-public'
  | 'project-stopped'
  | 'not-public'
  | 'switched-off'
  | 'refused'
  | 'gave-up';

/**
 * One thing to do to the ticket.
 * `attempted`: it was started, and its answer is not known, so check before doing it again;
 * `posted`: the comment stands, but an earlier try of it may appear later, so check once more;
 * `left-alone`: not done, on purpose; `impossible`: it could not be done.
 */
export type Step =
  | { state: 'due' }
  | { state: 'attempted'; at: number }
  | { state: 'posted'; at: number; ref: string }
  | { state: 'done'; at: number; ref: string; status?: string | undefined }
  | { state: 'left-alone'; reason: StepReason }
  | { state: 'impossible'; reason: StepReason; detail?: string | undefined };

/** What the employee is told in public: that a link was sent, or that they passed. */
export type ReplyKind = 'sent' | 'passed';

/** Names what a comment is about, so that the comment can be found again. */
export interface CommentMark {
  interviewId: string;
  outcome: Outcome | `reply-${ReplyKind}`;
  /** Grows with each outcome that is written into the ticket. */
  sequence: number;
}

/** The mark of an outcome's comment. */
export type OutcomeMark = CommentMark & { outcome: Outcome };

/** A comment of an outcome that no longer holds, and does not say so yet. */
export interface OutdatedComment {
  mark: CommentMark;
  /** Missing where it is not known whether there is one, or only one. */
  ref?: string | undefined;
  at: number;
}

/** How far the ticket is updated for one outcome. Times are epoch milliseconds. */
export interface TicketProgress extends OutcomeMark {
  comment: Step;
  transition: Step;
  outdated: OutdatedComment[];
  /** Outcomes for which the issue may have been moved: it was tried, and the answer is not known. */
  mayBeMovedFor: Outcome[];
  /** Since when it has been tried. */
  since: number;
  tries: number;
  /** Not to be tried again before. */
  dueAt: number;
}

/** How far the employee is told how the verification stands. Times are epoch milliseconds. */
export interface ReplyProgress {
  interviewId: string;
  kind: ReplyKind;
  step: Step;
  /** Since when it has been tried. */
  since: number;
  tries: number;
  /** Not to be tried again before. */
  dueAt: number;
}

/** Why the fields cannot be written. */
export type FieldReason = 'no-such-field' | 'issue-gone' | 'fields-refused' | 'gave-up';

/**
 * How far the fields are written. Times are epoch milliseconds.
 * `due`: to be written; `written`: they say it; `impossible`: they cannot be written.
 */
export interface FieldProgress {
  values: FieldValues;
  state: 'due' | 'written' | 'impossible';
  reason?: FieldReason | undefined;
  /** When they were last tried to be written. */
  triedAt?: number | undefined;
  /** When a try was made whose answer is not known: Jira may carry it out later, after another one. */
  unknownAt?: number | undefined;
  /** Since when these values have been tried. */
  since: number;
  tries: number;
  /** Not to be tried before. */
  dueAt: number;
}

/** Of the comments that wait to be marked, only this many are remembered: the newest. */
const MOST_OUTDATED = 5;

/** The progress of a new outcome, after what was told before. */
export function newProgress(
  { told: before, reply }: Pick<Ticket, 'told' | 'reply'>,
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
    since: now,
    tries: 0,
    dueAt: now,
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

/** What a reply is marked with. */
export function replyMark({ interviewId, kind }: ReplyProgress): CommentMark {
  return { interviewId, outcome: `reply-${kind}`, sequence: 0 };
}

function mayBeMovedBy({ outcome, transition, mayBeMovedFor }: TicketProgress): Outcome[] {
  if (transition.state === 'done') return [];
  return transition.state === 'attempted' ? [...new Set([...mayBeMovedFor, outcome])] : mayBeMovedFor;
}

/** Whether nothing is left to do or to check. */
export function isSettled(progress: TicketProgress): boolean {
  return areStepsTaken(progress) && progress.comment.state !== 'posted' && progress.outdated.length === 0;
}

/** Whether nothing is left to do; a comment may still have to be checked later. */
export function areStepsTaken({
  comment,
  transition,
}: Pick<TicketProgress, 'comment' | 'transition'>): boolean {
  return !isOpen(comment) && !isOpen(transition);
}

export function isOpen(step: Step): boolean {
  return step.state === 'due' || step.state === 'attempted';
}

/** The progress with its impossible steps open again. They count as attempted: the comment may already stand. */
export function reopen(progress: TicketProgress, now: number): TicketProgress {
  const again = (step: Step): Step => (step.state === 'impossible' ? { state: 'attempted', at: now } : step);
  const { comment, transition } = progress;
  return {
    ...progress,
    comment: again(comment),
    transition: again(transition),
    since: now,
    tries: 0,
    dueAt: now,
  };
}
