import { STATUS_CODES } from 'node:http';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An error in Incode's form: `{timestamp, status, error, message, path}`. */
export class ApiError extends Error {
  readonly httpStatus: ContentfulStatusCode;
  /** May be a code of Incode's own. */
  readonly status: number;

  constructor(httpStatus: ContentfulStatusCode, message: string, status: number = httpStatus) {
    super(message);
    this.httpStatus = httpStatus;
    this.status = status;
  }
}

/** Turns a thrown `ApiError` into its answer; anything else is a fault of the emulator and stays one. */
export function answerApiError(error: Error, c: Context, timestamp: number): Response {
  if (!(error instanceof ApiError)) throw error;
  const { httpStatus, message, status } = error;
  const reason = STATUS_CODES[httpStatus] ?? '';
  return c.json({ timestamp, status, error: reason, message, path: c.req.path }, httpStatus);
}
