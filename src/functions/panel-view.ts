import { stateAt } from '../verification/states';
import { attemptState } from '../verification/ticket';
import { isCompletedAfterReplacement } from '../verification/verification';
import type { AttemptView, StepView, VerificationView } from '../contract/issue-panel';
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
  const { interviewId, subject, delivery, environment, identityId, requestedAt, expiresAt } = verification;
  const state = stateAt(verification, now);
  const changedAt = verification.timeline.at(-1)?.at ?? requestedAt;
  const update = verification.updates.findLast(({ outcome }) => outcome === state);
  return {
    sessionId: interviewId,
    state,
    subject,
    delivery,
    environment,
    identityId,
    requestedAt,
    expiresAt,
    changedAt,
    passCountsUntil: changedAt + passCountsMinutes * 60_000,
    isCompletedAfterReplacement: isCompletedAfterReplacement(verification),
    update: update && { comment: stepView(update.comment), transition: stepView(update.transition) },
  };
}

function stepView(step: Step): StepView {
  return step.state === 'done' ? { state: 'done', at: step.at } : step;
}

export function attemptView(attempt: Attempt, now: number): AttemptView {
  const { end, startedAt } = attempt;
  return {
    state: attemptState(attempt, now),
    startedAt,
    code: end?.kind === 'not-sent' ? end.code : undefined,
  };
}
