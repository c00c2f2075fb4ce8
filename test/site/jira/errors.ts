import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An answer in Jira's form of an error: `{errorMessages, errors}`. */
export class JiraError extends Error {
  readonly status: ContentfulStatusCode;
  readonly fields: Record<string, string>;

  constructor(status: ContentfulStatusCode, message: string, fields: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.fields = fields;
  }
}

/** A 400 about one field of the request. */
export function fieldError(field: string, message: string): JiraError {
  return new JiraError(400, '', { [field]: message });
}

/** Turns a thrown `JiraError` into its answer; anything else is a fault of the emulator and stays one. */
export function answerError(error: Error, c: Context): Response {
  if (!(error instanceof JiraError)) throw error;
  const errorMessages = error.message ? [error.message] : [];
  return c.json({ errorMessages, errors: error.fields }, error.status);
}

/**
 * The same in the form of the service desk API. The keys in it, by which Jira translates, are not documented.
 * @see https://developer.atlassian.com/cloud/jira/service-desk/rest/intro/#status-code
 */
export function answerServiceDeskError(error: Error, c: Context): Response {
  if (!(error instanceof JiraError)) throw error;
  const i18nErrorMessage = { i18nKey: 'sd.error', parameters: [] };
  return c.json({ errorMessage: error.message, i18nErrorMessage }, error.status);
}
