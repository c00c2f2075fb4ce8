import type { AppError, ErrorCode } from '../verification/app-error';

export type { ErrorCode };

/** What went wrong, in codes and values; `reason` is Incode's or Jira's own sentence. */
export interface WireError {
  code: ErrorCode;
  reason?: AppError['reason'];
  fields?: AppError['fields'];
  values?: AppError['values'];
}

/** What every resolver function answers. */
export type Answer<T> = { ok: true; data: T } | { ok: false; error: WireError };
