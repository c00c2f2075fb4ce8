import { asApp, asUser } from '@forge/api';
import * as z from 'zod/mini';
import { AppError } from '../verification/app-error';
import { withTimeout } from '../verification/with-timeout';
import type { Route } from '@forge/api';

/** Who asks: the app, or the user on whose behalf a resolver runs. */
export type Asker = 'app' | 'user';

export interface JiraCall<T> {
  as: Asker;
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: Route;
  body?: unknown;
  /** What the answer must look like. */
  answer: z.ZodMiniType<T>;
}

const ANSWER_LIMIT_MS = 15_000;

/**
 * Calls Jira's REST API.
 * @throws {AppError} `not-found`; `jira-refused` with Jira's reason; `jira-busy` (429) and `jira-unreachable` are
 *   retryable, and after `jira-unreachable` the call may have taken effect
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/
 */
export async function callJira<T>({ as, method = 'GET', path, body, answer }: JiraCall<T>): Promise<T> {
  const response = await send(as, path, {
    method,
    headers: {
      Accept: 'application/json',
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const content = await readJson(response);
  if (!response.ok) throw refusal(response, content);
  const parsed = answer.safeParse(content);
  // The call may have taken effect, although its answer cannot be read.
  if (!parsed.success) throw new AppError('jira-unreachable', { isRetryable: true, cause: parsed.error });
  return parsed.data;
}

type RequestJira = ReturnType<typeof asApp>['requestJira'];
type JiraResponse = Awaited<ReturnType<RequestJira>>;

async function send(as: Asker, path: Route, init: Parameters<RequestJira>[1]): Promise<JiraResponse> {
  const requester = as === 'app' ? asApp() : asUser();
  try {
    return await withTimeout(requester.requestJira(path, init), ANSWER_LIMIT_MS, 'Jira took too long');
  } catch (cause) {
    throw new AppError('jira-unreachable', { isRetryable: true, cause });
  }
}

async function readJson(response: JiraResponse): Promise<unknown> {
  try {
    const text = await response.text();
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/#status-codes */
const errorCollection = z.object({
  errorMessages: z.optional(z.array(z.string())),
  errors: z.optional(z.record(z.string(), z.string())),
  /** Of the service desk's API. */
  errorMessage: z.optional(z.string()),
});

function refusal({ status, headers }: JiraResponse, content: unknown): AppError {
  if (status === 404) return new AppError('not-found');
  // 409: another change of the same issue came in between.
  if (status === 429 || status === 409) return busy(headers.get('retry-after'));
  if (status >= 500 || status === 408) return new AppError('jira-unreachable', { isRetryable: true });
  const reason = reasonIn(content);
  return new AppError('jira-refused', { ...(reason !== '' && { reason }) });
}

function busy(retryAfter: string | null): AppError {
  const seconds = Number(retryAfter ?? NaN);
  return new AppError('jira-busy', {
    isRetryable: true,
    retryAfterSeconds: Number.isFinite(seconds) ? seconds : undefined,
  });
}

function reasonIn(content: unknown): string {
  const { data = {} } = errorCollection.safeParse(content);
  const { errorMessages = [], errors = {}, errorMessage = '' } = data;
  return [...errorMessages, ...Object.values(errors), errorMessage].join(' ').trim().slice(0, 300);
}
