import type { AppError } from '../app-error';
import type { Outcome } from '../session/outcome';

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
  | 'refused'
  | 'gave-up';

/**
 * One thing to do to the ticket.
 * `attempted`: it was begun and its answer is not known (yet), so look before doing it again;
 * `posted`: a comment that stands, but an earlier try of it may show up late, so look once more;
 * `left-alone`: on purpose; `impossible`: it could not be done.
 */
export type Step =
  | { state: 'due' }
  | { state: 'attempted'; at: number }
  | { state: 'posted'; at: number; ref: string }
  | { state: 'done'; at: number; ref: string; status?: string | undefined }
  | { state: 'left-alone'; reason: StepReason }
  | { state: 'impossible'; reason: StepReason; detail?: string | undefined };

/** Names what a comment tells, so that it can be found again. */
export interface CommentMark {
  interviewId: string;
  outcome: Outcome;
  /** Grows with each outcome that the ticket is told. */
  sequence: number;
}

/** A comment of an outcome that no longer holds, and does not say so yet. */
export interface OutdatedComment {
  mark: CommentMark;
  /** Missing where it is not known whether there is one, or only one. */
  ref?: string | undefined;
  at: number;
}

/** What the ticket has to be told of one outcome, and how far that has come. Times are epoch milliseconds. */
export interface TicketProgress extends CommentMark {
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

/** More comments than these that wait to be marked are let go. */
const MOST_OUTDATED = 5;

/** The progress of an outcome that the ticket has not been told, after what it was told before. */
export function newProgress(
  before: TicketProgress | undefined,
  of: Omit<CommentMark, 'sequence'>,
  now: number,
): TicketProgress {
  return {
    ...of,
    sequence: (before?.sequence ?? 0) + 1,
    comment: { state: 'due' },
    transition: { state: 'due' },
    outdated: before ? outdatedBy(before) : [],
    mayBeMovedFor: before ? mayBeMovedBy(before) : [],
    since: now,
    tries: 0,
    dueAt: now,
  };
}

function outdatedBy({
  interviewId,
  outcome,
  sequence,
  comment,
  outdated,
}: TicketProgress): OutdatedComment[] {
  const mark = { interviewId, outcome, sequence };
  const mayStand = 'at' in comment ? [comment] : [];
  const own = mayStand.map((step) => ({
    mark,
    at: step.at,
    ...(step.state === 'done' && { ref: step.ref }),
  }));
  return [...outdated, ...own].slice(-MOST_OUTDATED);
}

function mayBeMovedBy({ outcome, transition, mayBeMovedFor }: TicketProgress): Outcome[] {
  if (transition.state === 'done') return [];
  return transition.state === 'attempted' ? [...new Set([...mayBeMovedFor, outcome])] : mayBeMovedFor;
}

/** Nothing is left to be looked at. */
export function isSettled(progress: TicketProgress): boolean {
  return isTold(progress) && progress.comment.state !== 'posted' && progress.outdated.length === 0;
}

/** Nothing is left to be done, as far as anybody can see now. */
export function isTold({ comment, transition }: Pick<TicketProgress, 'comment' | 'transition'>): boolean {
  return !isOpen(comment) && !isOpen(transition);
}

export function isOpen(step: Step): boolean {
  return step.state === 'due' || step.state === 'attempted';
}

/** Longer than a consumer may run (55 s): whoever finds a lease over knows that its holder is gone. */
export const LEASE_MS = 70_000;
/** How long Jira may take to show what it did although its answer was lost. */
const LOOK_AFTER_MS = 60_000;
/** When an earlier try of a comment that stands by now is taken never to show up any more. */
const LOOK_AGAIN_AFTER_MS = 10 * 60_000;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 15 * 60_000;
const HOUR_MS = 60 * 60_000;
/** How long what cannot be done is tried. */
const TRIED_FOR_MS = 24 * HOUR_MS;
/** An issue that cannot be found, or is in another kind of project, for so long is taken to stay so. */
const FINAL_AFTER_MS = 2 * HOUR_MS;

type Tried = Pick<TicketProgress, 'since'>;

/** Whether an error is worth another try. */
export function isWorthAnotherTry({ isRetryable }: AppError, { since }: Tried, now: number): boolean {
  return isRetryable && now - since < TRIED_FOR_MS;
}

/** Whether what may pass has lasted so long that it is taken to stay so. */
export function isFinal({ since }: Tried, now: number): boolean {
  return now - since >= FINAL_AFTER_MS;
}

/** The step after an error: as it was, in the dark, or given up, by what the error says of another try. */
export function afterError(error: AppError, before: Step, tried: Tried, now: number): Step {
  if (before.state === 'posted')
    return isWorthAnotherTry(error, tried, now) ? before : { ...before, state: 'done' };
  if (error.code === 'not-found') {
    return isFinal(tried, now) ? { state: 'impossible', reason: 'issue-gone' } : before;
  }
  if (!error.isRetryable) return { state: 'impossible', reason: 'refused', detail: error.reason };
  if (!isWorthAnotherTry(error, tried, now)) {
    return { state: 'impossible', reason: 'gave-up', detail: error.reason };
  }
  return error.code === 'jira-unreachable' ? { state: 'attempted', at: now } : before;
}

/** Whether it is time to look for earlier tries of a comment. */
export function isTimeToLookAgain({ at }: { at: number }, now: number): boolean {
  return now - at >= LOOK_AGAIN_AFTER_MS;
}

/** What became of a step, and when Jira wants to be asked again if it said so. */
export interface StepEnd {
  step: Step;
  retryAfterSeconds?: number | undefined;
}

/** How long to leave the ticket alone after a run that left something to do. */
export function pauseMs(tries: number, ends: StepEnd[]): number {
  const open = ends.filter(({ step }) => isOpen(step));
  const isOnlyLooking = open.length === 0;
  const wanted = open.map(({ step, retryAfterSeconds = 0 }) =>
    Math.max(retryAfterSeconds * 1000, step.state === 'attempted' ? LOOK_AFTER_MS : 0),
  );
  const backoff = Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), LONGEST_PAUSE_MS);
  return isOnlyLooking ? LOOK_AGAIN_AFTER_MS : Math.max(backoff, ...wanted);
}

/** The progress with what was impossible to be done again; its comment is looked for first, since it may stand. */
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
