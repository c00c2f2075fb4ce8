import { toAppError } from '../app-error';
import { fieldValues } from './field-values';
import { notTried } from './progress';
import { growingPauseMs, isWorthAnotherTry, LEASE_MS, LOOK_AFTER_MS } from './retry-rules';
import type { AppError } from '../app-error';
import type { Verification } from '../session/session-record';
import type { RunEnd } from './outstanding';
import type { FieldValues, TicketPorts } from './ports';
import type { FieldProgress, FieldReason } from './progress';
import type { Ticket } from './ticket';

/** What happens within this time is written together. */
export const FIELD_PAUSE_MS = 3_000;

/** How far the fields are written for an issue's current verification. */
export function fieldProgress({ fields }: Ticket, verification: Verification, now: number): FieldProgress {
  const values = fieldValues(verification, now);
  const { state, verifiedAt } = fields?.values ?? {};
  const isSame = state === values.state && verifiedAt === values.verifiedAt;
  return fields && isSame ? fields : newFieldProgress(fields, values, now);
}

function newFieldProgress(
  { triedAt, unknownAt }: Partial<FieldProgress> = {},
  values: FieldValues,
  now: number,
): FieldProgress {
  const dueAt = Math.max(now, (triedAt ?? -Infinity) + FIELD_PAUSE_MS);
  return { values, state: 'due', triedAt, unknownAt, ...notTried(now), dueAt };
}

/** The progress as it is before a try: if it stays so, the run did not end, and may have written. */
export function beginFields(progress: FieldProgress, now: number): FieldProgress {
  return { ...progress, triedAt: now, unknownAt: now + LEASE_MS, tries: progress.tries + 1 };
}

/**
 * Has the issue's fields say what they are to say.
 * @param before as it was before the lease
 */
export async function writeFields(
  { identityFields, clock }: TicketPorts,
  issueId: string,
  before: FieldProgress,
): Promise<RunEnd> {
  const tried = () => ({ ...before, triedAt: clock.now(), tries: before.tries + 1 });
  try {
    const isThere = await identityFields.write(issueId, before.values);
    return { fields: isThere ? afterWriting(tried(), clock.now()) : impossible(before, 'no-such-field') };
  } catch (cause) {
    const failure = toAppError(cause);
    return { fields: afterFailing(tried(), failure, clock.now()), failure };
  }
}

/** After Jira has said that the fields are written. Where an older try may still be carried out, once more later. */
function afterWriting(tried: FieldProgress, now: number): FieldProgress {
  const { unknownAt = -Infinity } = tried;
  return unknownAt + LOOK_AFTER_MS > now
    ? { ...tried, dueAt: unknownAt + LOOK_AFTER_MS }
    : { ...tried, state: 'written', unknownAt: undefined };
}

function afterFailing(tried: FieldProgress, error: AppError, now: number): FieldProgress {
  if (error.code === 'not-found') return impossible(tried, 'issue-gone');
  if (!error.isRetryable) return impossible(tried, 'fields-refused');
  if (!isWorthAnotherTry(error, tried, now)) return impossible(tried, 'gave-up');
  const unknownAt = error.code === 'jira-unreachable' ? now : tried.unknownAt;
  const pauseMs = Math.max(growingPauseMs(tried.tries), (error.retryAfterSeconds ?? 0) * 1000);
  return { ...tried, unknownAt, dueAt: now + pauseMs };
}

function impossible(progress: FieldProgress, reason: FieldReason): FieldProgress {
  return { ...progress, state: 'impossible', reason };
}

/** The progress of fields that could not be written, open again. */
export function reopenFields(progress: FieldProgress, now: number): FieldProgress {
  return { ...progress, state: 'due', reason: undefined, ...notTried(now) };
}
