import { fieldValues } from './field-values';
import { growingPauseMs, isWorthAnotherTry, LEASE_MS, LOOK_AFTER_MS } from './retry-rules';
import type { AppError } from '../app-error';
import type { Verification } from '../session/session-record';
import type { FieldValues } from './ports';
import type { FieldProgress, FieldReason } from './progress';
import type { Ticket } from './ticket';

/** What happens within this time is written together. */
export const FIELD_PAUSE_MS = 3_000;

/** How far the fields are written for an issue's current verification. */
export function fieldProgress({ fields }: Ticket, verification: Verification, now: number): FieldProgress {
  const values = fieldValues(verification, now);
  return fields && isSame(fields.values, values) ? fields : newFieldProgress(fields, values, now);
}

function newFieldProgress(
  before: FieldProgress | undefined,
  values: FieldValues,
  now: number,
): FieldProgress {
  const { triedAt, unknownAt } = before ?? {};
  const dueAt = Math.max(now, (triedAt ?? -Infinity) + FIELD_PAUSE_MS);
  return { values, state: 'due', triedAt, unknownAt, since: now, tries: 0, dueAt };
}

/** The progress as it is before a try: whoever finds it so later knows that a run did not end, and may have written. */
export function beginFields(progress: FieldProgress, now: number): FieldProgress {
  return { ...progress, triedAt: now, unknownAt: now + LEASE_MS, tries: progress.tries + 1 };
}

/** After Jira has said that the fields are written. Where an older try may still be carried out, once more later. */
export function afterWriting(before: FieldProgress, now: number): FieldProgress {
  const tried = { ...before, triedAt: now, tries: before.tries + 1 };
  const { unknownAt = -Infinity } = before;
  return unknownAt + LOOK_AFTER_MS > now
    ? { ...tried, dueAt: unknownAt + LOOK_AFTER_MS }
    : { ...tried, state: 'written', unknownAt: undefined };
}

/** After a try that failed. */
export function afterFailing(before: FieldProgress, error: AppError, now: number): FieldProgress {
  const tries = before.tries + 1;
  const tried = { ...before, triedAt: now, tries };
  if (error.code === 'not-found') return fieldsImpossible(tried, 'issue-gone');
  if (!error.isRetryable) return fieldsImpossible(tried, 'fields-refused');
  if (!isWorthAnotherTry(error, before, now)) return fieldsImpossible(tried, 'gave-up');
  const unknownAt = error.code === 'jira-unreachable' ? now : before.unknownAt;
  const pauseMs = Math.max(growingPauseMs(tries), (error.retryAfterSeconds ?? 0) * 1000);
  return { ...tried, unknownAt, dueAt: now + pauseMs };
}

export function fieldsImpossible(progress: FieldProgress, reason: FieldReason): FieldProgress {
  return { ...progress, state: 'impossible', reason };
}

/** The progress of fields that could not be written, open again. */
export function reopenFields(progress: FieldProgress, now: number): FieldProgress {
  return { ...progress, state: 'due', reason: undefined, since: now, tries: 0, dueAt: now };
}

function isSame(one: FieldValues, other: FieldValues): boolean {
  return one.state === other.state && one.verifiedAt === other.verifiedAt;
}
