import type { AppError } from './app-error';
import type { State } from './states';

/** The states of which the ticket is told, by a comment and perhaps a transition. */
export type Outcome = Extract<
  State,
  'passed' | 'failed' | 'review' | 'identity-changed' | 'contradicted' | 'mismatch'
>;

/** Why something was not done to the ticket. Codes; people read the sentences that the browser makes of them. */
export type StepReason =
  | 'no-mapping'
  | 'demo'
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
 * `overtaken`: the outcome no longer holds; `left-alone`: on purpose; `impossible`: it could not be done.
 */
export type Step =
  | { state: 'due' }
  | { state: 'attempted'; at: number }
  | { state: 'posted'; at: number; ref: string }
  | { state: 'done'; at: number; ref: string }
  | { state: 'overtaken' }
  | { state: 'left-alone'; reason: StepReason }
  | { state: 'impossible'; reason: StepReason; detail?: string | undefined };

/** An entry of the ledger: what the ticket has to be told of one outcome, and how far that has come. */
export interface TicketUpdate {
  outcome: Outcome;
  comment: Step;
  transition: Step;
  tries: number;
  /** Not to be touched before this time, in epoch milliseconds: a lease, or a pause between tries. */
  dueAt: number;
}

const toldStates: ReadonlySet<State> = new Set<Outcome>([
  'passed',
  'failed',
  'review',
  'identity-changed',
  'contradicted',
  'mismatch',
]);

/** The ledger entry for a state just reached; `undefined` where the ticket is told nothing. */
export function newUpdate(state: State, now: number): TicketUpdate | undefined {
  if (!isOutcome(state)) return undefined;
  return { outcome: state, comment: { state: 'due' }, transition: { state: 'due' }, tries: 0, dueAt: now };
}

function isOutcome(state: State): state is Outcome {
  return toldStates.has(state);
}

/** Nothing is left to be looked at. */
export function isSettled(update: TicketUpdate): boolean {
  return isTold(update) && update.comment.state !== 'posted';
}

/** Nothing is left to be done, as far as anybody can see now. */
export function isTold({ comment, transition }: TicketUpdate): boolean {
  return !isOpen(comment) && !isOpen(transition);
}

export function isOpen(step: Step): boolean {
  return step.state === 'due' || step.state === 'attempted';
}

/** The entry with everything that is still open marked as overtaken. */
export function overtake(update: TicketUpdate): TicketUpdate {
  const settle = (step: Step): Step => (isOpen(step) ? { state: 'overtaken' } : step);
  return { ...update, comment: settle(update.comment), transition: settle(update.transition) };
}

/** Longer than a consumer may run (55 s): whoever finds a lease over knows that its holder is gone. */
export const LEASE_MS = 70_000;
/** How long Jira may take to show what it did although its answer was lost. */
const LOOK_AFTER_MS = 60_000;
/** When an earlier try of a comment that stands by now is taken never to show up any more. */
const LOOK_AGAIN_AFTER_MS = 10 * 60_000;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 15 * 60_000;
const MOST_TRIES = 8;

/** Whether an error is worth another try after `tries` of them. */
export function isWorthAnotherTry({ isRetryable }: AppError, tries: number): boolean {
  return isRetryable && tries < MOST_TRIES;
}

/** The step after an error: as it was, in the dark, or given up, by what the error says of another try. */
export function afterError(error: AppError, before: Step, tries: number, now: number): Step {
  if (before.state === 'posted')
    return isWorthAnotherTry(error, tries) ? before : { ...before, state: 'done' };
  if (error.code === 'not-found') return { state: 'impossible', reason: 'issue-gone' };
  if (!error.isRetryable) return { state: 'impossible', reason: 'refused', detail: error.reason };
  if (tries >= MOST_TRIES) return { state: 'impossible', reason: 'gave-up', detail: error.reason };
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

/** How long to leave an entry alone after a run that left something to do. */
export function pauseMs(tries: number, ends: StepEnd[]): number {
  const open = ends.filter(({ step }) => isOpen(step));
  const isOnlyLooking = open.length === 0;
  const wanted = open.map(({ step, retryAfterSeconds = 0 }) =>
    Math.max(retryAfterSeconds * 1000, step.state === 'attempted' ? LOOK_AFTER_MS : 0),
  );
  const backoff = Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), LONGEST_PAUSE_MS);
  return isOnlyLooking ? LOOK_AGAIN_AFTER_MS : Math.max(backoff, ...wanted);
}
