import { toAppError } from '../app-error';
import { isOpen } from './progress';
import type { AppError } from '../app-error';
import type { Step, StepReason, Tries } from './progress';

/** Longer than a consumer may run (55 s): when a lease has ended, its holder has ended, too. */
export const LEASE_MS = 70_000;
/** How long Jira may take to show what it did although its answer was lost. */
export const LOOK_AFTER_MS = 60_000;
/** After this time, an earlier try of a comment no longer appears in Jira. */
const LOOK_AGAIN_AFTER_MS = 10 * 60_000;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 15 * 60_000;
const HOUR_MS = 60 * 60_000;
/** How long a step is retried. */
const TRIED_FOR_MS = 24 * HOUR_MS;
/** An issue that is missing, or in another kind of project, for this long is expected to stay so. */
const FINAL_AFTER_MS = 2 * HOUR_MS;

type Tried = Pick<Tries, 'since'>;

/** Whether an error is worth another try. */
export function isWorthAnotherTry({ isRetryable }: AppError, { since }: Tried, now: number): boolean {
  return isRetryable && now - since < TRIED_FOR_MS;
}

/** Whether a state that may be temporary has lasted long enough to be final. */
export function isFinal({ since }: Tried, now: number): boolean {
  return now - since >= FINAL_AFTER_MS;
}

/** Whether it is time to search for earlier tries of a comment. */
export function isTimeToLookAgain({ at }: { at: number }, now: number): boolean {
  return now - at >= LOOK_AGAIN_AFTER_MS;
}

/** The step after a run, and what went wrong with it, if anything did. */
export interface StepEnd {
  step: Step;
  error?: AppError | undefined;
}

export function leaveAlone(reason: StepReason): StepEnd {
  return { step: { state: 'left-alone', reason } };
}

export function impossible(reason: StepReason, detail?: string): StepEnd {
  return { step: { state: 'impossible', reason, detail } };
}

/**
 * A step after what its try threw: unchanged where it can be retried, `attempted` where it may have been done, or
 * `impossible`.
 * @throws {AppError} `storage-unavailable`
 */
export function stepAfterError(cause: unknown, before: Step, tried: Tried, now: number): StepEnd {
  const error = toAppError(cause);
  if (error.code === 'storage-unavailable') throw error;
  if (before.state === 'posted') {
    const isRetried = isWorthAnotherTry(error, tried, now);
    return { step: isRetried ? before : { ...before, state: 'done' }, error };
  }
  return isOpen(before) ? { step: openStepAfter(error, before, tried, now), error } : { step: before };
}

function openStepAfter(error: AppError, before: Step, tried: Tried, now: number): Step {
  if (error.code === 'not-found') {
    return isFinal(tried, now) ? { state: 'impossible', reason: 'issue-gone' } : before;
  }
  if (!error.isRetryable) return { state: 'impossible', reason: 'refused', detail: error.reason };
  if (!isWorthAnotherTry(error, tried, now)) {
    return { state: 'impossible', reason: 'gave-up', detail: error.reason };
  }
  return error.code === 'jira-unreachable' ? { state: 'attempted', at: now } : before;
}

/** How often something was tried after one more run, and when the next one is due. */
export function triesAfter({ since, tries: before }: Tries, ends: StepEnd[], now: number): Tries {
  const tries = before + 1;
  return { since, tries, dueAt: now + pauseMs(tries, ends) };
}

function pauseMs(tries: number, ends: StepEnd[]): number {
  const open = ends.filter(({ step }) => isOpen(step));
  if (open.length === 0) return LOOK_AGAIN_AFTER_MS;
  const wanted = open.map(({ step, error }) =>
    Math.max((error?.retryAfterSeconds ?? 0) * 1000, step.state === 'attempted' ? LOOK_AFTER_MS : 0),
  );
  return Math.max(growingPauseMs(tries), ...wanted);
}

/** The pause after so many tries: longer with each, up to a quarter of an hour. */
export function growingPauseMs(tries: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), LONGEST_PAUSE_MS);
}
