import { RESULT_GRACE_MS, stateAt } from '../verification/states';
import { attemptState } from '../verification/ticket';
import { isCompletedAfterReplacement } from '../verification/verification';
import type { AttemptView, HistoryView, StepView, VerificationView } from '../contract/issue-panel';
import type { VerificationPage } from '../verification/ports';
import type { Settings } from '../settings/settings';
import type { Attempt } from '../verification/ticket';
import type { Step } from '../verification/ticket-update';
import type { Verification } from '../verification/verification';

/** A verification as the panel sees it at the time `now`. */
export function verificationView(
  verification: Verification,
  { passCountsMinutes }: Pick<Settings, 'passCountsMinutes'>,
  now: number,
): VerificationView {
  const { interviewId, subject, delivery, environment, identityId } = verification;
  const { requestedBy, requestedAt, expiresAt, timeline } = verification;
  const state = stateAt(verification, now);
  const changedAt = timeline.at(-1)?.at ?? requestedAt;
  const update = verification.updates.findLast(({ outcome }) => outcome === state);
  return {
    sessionId: interviewId,
    state,
    subject,
    delivery,
    environment,
    identityId,
    requestedBy,
    requestedAt,
    expiresAt,
    resultDueBy: expiresAt + RESULT_GRACE_MS,
    changedAt,
    passCountsUntil: changedAt + passCountsMinutes * 60_000,
    isCompletedAfterReplacement: isCompletedAfterReplacement(verification),
    timeline,
    update: update && { comment: stepView(update.comment), transition: stepView(update.transition) },
  };
}

/** A page of an issue's verifications as the panel sees it at the time `now`. */
export function historyView(
  { verifications, cursor }: VerificationPage,
  settings: Pick<Settings, 'passCountsMinutes'>,
  now: number,
): HistoryView {
  const entries = verifications.map((verification) => verificationView(verification, settings, now));
  return { entries, cursor };
}

function stepView(step: Step): StepView {
  return step.state === 'done' || step.state === 'posted' ? { state: 'done', at: step.at } : step;
}

/** The last try to send a link, as it stands at the time `now`. */
export function attemptView(attempt: Attempt, now: number): AttemptView {
  return { state: attemptState(attempt, now), startedAt: attempt.startedAt };
}
