import type { Outcome } from '../session/state';
import type { FieldValues } from './ports';

/** Why something was not done to the ticket. Codes; people read the sentences that the browser makes of them. */
export type StepReason =
  | 'no-mapping'
  | 'demo'
  | 'not-the-reporter'
  | 'pass-too-old'
  | 'code-not-confirmed'
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

/** How often something was tried. Times are epoch milliseconds. */
export interface Tries {
  /** Since when it has been tried. */
  since: number;
  tries: number;
  /** Not to be tried again before. */
  dueAt: number;
}

/** Before the first try. */
export function notTried(now: number): Tries {
  return { since: now, tries: 0, dueAt: now };
}

/** How far the ticket is updated for one outcome. */
export interface TicketProgress extends OutcomeMark, Tries {
  comment: Step;
  transition: Step;
  outdated: OutdatedComment[];
  /** Outcomes for which the issue may have been moved: it was tried, and the answer is not known. */
  mayBeMovedFor: Outcome[];
}

/** How far the employee is told how the verification stands. */
export interface ReplyProgress extends Tries {
  interviewId: string;
  kind: ReplyKind;
  step: Step;
}

/** Why the fields cannot be written. */
export type FieldReason = 'no-such-field' | 'issue-gone' | 'fields-refused' | 'gave-up';

/**
 * How far the fields are written. Times are epoch milliseconds.
 * `due`: to be written; `written`: they say it; `impossible`: they cannot be written.
 */
export interface FieldProgress extends Tries {
  values: FieldValues;
  state: 'due' | 'written' | 'impossible';
  reason?: FieldReason | undefined;
  /** When they were last tried to be written. */
  triedAt?: number | undefined;
  /** When a try was made whose answer is not known: Jira may carry it out later, after another one. */
  unknownAt?: number | undefined;
}

export function isOpen(step: Step): boolean {
  return step.state === 'due' || step.state === 'attempted';
}

/** The step as it is before a try: if it stays so, the run did not end, and may have taken it. */
export function beginStep(step: Step, now: number): Step {
  return step.state === 'due' ? { state: 'attempted', at: now } : step;
}

/** The step, open again if it was impossible. It counts as attempted: the comment may already stand. */
export function reopenStep(step: Step, now: number): Step {
  return step.state === 'impossible' ? { state: 'attempted', at: now } : step;
}
