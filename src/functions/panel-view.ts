import { codeStateOf } from '../verification/session/caller-code';
import { fold, passEndsAt, RESULT_GRACE_MS } from '../verification/session/fold';
import { reporterMatchNow } from '../verification/session/subject';
import { attemptState } from '../verification/ticket/ticket';
import type {
  AttemptView,
  HistoryView,
  StepView,
  TimelineEntry,
  VerificationView,
} from '../contract/issue-panel';
import type { SessionEventType } from '../verification/session/session-event';
import type { Verification } from '../verification/session/session-record';
import type { VerificationPage } from '../verification/store';
import type { Step, TicketProgress } from '../verification/ticket/progress';
import type { Attempt } from '../verification/ticket/ticket';

/**
 * A verification as the panel sees it at the time `now`.
 * @param passCountsMs how long a pass counts on this request
 * @param told the last update of the ticket, for whichever verification
 */
export function verificationView(
  verification: Verification,
  passCountsMs: number,
  now: number,
  told?: TicketProgress,
): VerificationView {
  const { interviewId, link } = verification;
  const { subject, delivery, environment, requestedBy, requestedAt, expiresAt } = link;
  const reading = fold(verification, now);
  const { state, changedAt, identityId, identityDoubt, actedAt, isCompletedAfterReplacement } = reading;
  const isAboutThis = told?.interviewId === interviewId && told.outcome === state;
  return {
    sessionId: interviewId,
    state,
    subject: { email: subject.email, displayName: subject.displayName },
    reporter: subject.reporter,
    delivery,
    environment,
    identityId,
    identityDoubt,
    requestedBy,
    isByAutomation: link.isByAutomation === true,
    requestedAt,
    expiresAt,
    resultDueBy: expiresAt + RESULT_GRACE_MS,
    changedAt,
    actedAt,
    passCountsUntil: passEndsAt(reading, passCountsMs),
    isCompletedAfterReplacement,
    code: codeStateOf(verification),
    timeline: timelineOf(verification, now),
    update: isAboutThis
      ? { comment: stepView(told.comment), transition: stepView(told.transition) }
      : undefined,
  };
}

/**
 * The view of a request's current verification, by who the reporter is now.
 * @param reporter their account id; `undefined` where it was not read: then it stays as it was when the link was sent
 */
export function withReporterNow(
  view: VerificationView,
  { link: { subject } }: Verification,
  reporter: string | undefined,
): VerificationView {
  return reporter === undefined ? view : { ...view, reporter: reporterMatchNow(subject, reporter) };
}

/** What happened, oldest first; of what happened in the same moment, our own acts first. */
function timelineOf({ link, facts }: Verification, now: number): TimelineEntry[] {
  const { replaced, objected } = facts;
  const events = Object.entries(facts.events).map(([what, { at }]) => ({
    what: what as SessionEventType,
    at,
  }));
  const all: TimelineEntry[] = [
    { at: link.requestedAt, what: 'sent' },
    ...(replaced ? [{ at: replaced.at, what: 'replaced' } as const] : []),
    ...(objected ? [{ at: objected.at, what: 'objected' } as const] : []),
    ...events,
  ];
  return all.filter(({ at }) => at <= now).toSorted((one, other) => one.at - other.at);
}

/** A page of an issue's verifications as the panel sees it at the time `now`. */
export function historyView(
  { verifications, cursor }: VerificationPage,
  passCountsMs: number,
  now: number,
  told?: TicketProgress,
): HistoryView {
  const entries = verifications.map((verification) =>
    verificationView(verification, passCountsMs, now, told),
  );
  return { entries, cursor };
}

function stepView(step: Step): StepView {
  if (step.state === 'done') return { state: 'done', at: step.at, status: step.status };
  return step.state === 'posted' ? { state: 'done', at: step.at } : step;
}

/** The last try to send a link, as it stands at the time `now`. */
export function attemptView(attempt: Attempt, now: number): AttemptView {
  return { state: attemptState(attempt, now), startedAt: attempt.startedAt, by: attempt.by };
}
