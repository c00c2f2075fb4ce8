/** Errors that a caller can act on. The wire carries these codes; the browser words them. */
export type ErrorCode =
  | 'invalid-input'
  | 'not-permitted'
  | 'not-configured'
  | 'credentials-rejected'
  | 'employee-not-enrolled'
  | 'incode-refused'
  | 'incode-busy'
  | 'incode-unreachable'
  | 'in-doubt'
  | 'out-of-time'
  | 'sending-in-progress'
  | 'live-elsewhere'
  | 'limit-reached'
  | 'cooling-down'
  | 'destination-not-allowed'
  | 'objected'
  | 'changed-meanwhile'
  | 'not-found'
  | 'jira-refused'
  | 'jira-busy'
  | 'jira-unreachable'
  | 'storage-unavailable'
  | 'unexpected';

interface Details {
  /** A sentence that came from Incode or Jira and is safe to show; our own sentences are made in the browser. */
  reason?: string | undefined;
  /** Name of a field → code of what is wrong with it. */
  fields?: Record<string, string>;
  /** Whether the same request may succeed later without anybody changing anything. */
  isRetryable?: boolean;
  retryAfterSeconds?: number | undefined;
  /** Values for the sentence of this code, such as when a link ends. */
  values?: Record<string, string | number>;
  cause?: unknown;
}

/** The one error that crosses rooms. Its message is for developers and holds nothing personal. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly reason: string | undefined;
  readonly fields: Record<string, string> | undefined;
  readonly isRetryable: boolean;
  readonly retryAfterSeconds: number | undefined;
  readonly values: Record<string, string | number> | undefined;

  constructor(code: ErrorCode, details: Details = {}) {
    super(code, { cause: details.cause });
    this.name = 'AppError';
    this.code = code;
    this.reason = details.reason;
    this.fields = details.fields;
    this.isRetryable = details.isRetryable ?? false;
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.values = details.values;
  }
}

/** The first error that came from another one: the others are answers, which panel and settings page tell. */
export function firstWithCause(...errors: (AppError | undefined)[]): AppError | undefined {
  return errors.find((error) => error?.cause !== undefined);
}

/** The error as it is, or wrapped as `unexpected` with its cause. */
export function toAppError(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError('unexpected', { cause: error });
}
