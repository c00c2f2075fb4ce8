import { CLOCK_OFFSET_HEADER } from '../clock-offset-header';
import { request, requestJson, sendJson, withJson } from '../http';

/** A module of the app as one user looks at it; the names are those of the control API. */
export interface HostedModule {
  module: string;
  as: string;
  locale: string;
  issue?: string;
  isNewToIssue?: boolean;
}

interface Answer {
  value?: unknown;
  error?: { message: string };
}

/** What `fetchProduct` is answered with; `@forge/bridge` makes a `Response` of it. */
interface ProductResponse {
  body: string;
  headers: Record<string, string>;
  status: number;
  statusText: string;
}

/** What a function of the resolver answered, and how far the site's clock was ahead then, in milliseconds. */
export interface Answered {
  value: unknown;
  offset?: number;
}

/**
 * Calls a function of the app's resolver.
 * @throws Error with the message that the platform gives to the browser
 */
export async function invoke(
  module: HostedModule,
  functionKey: unknown,
  payload: unknown,
): Promise<Answered> {
  const response = await request('/site/invoke', withJson('POST', { ...module, functionKey, payload }));
  const answer = (await response.json()) as Answer;
  if (answer.error) throw new Error(answer.error.message);
  return { value: answer.value, offset: Number(response.headers.get(CLOCK_OFFSET_HEADER)) };
}

export async function getContext(module: HostedModule): Promise<unknown> {
  const { isNewToIssue = false, ...place } = module;
  const colorMode = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const asked = { ...place, colorMode, isNewToIssue: String(isNewToIssue) };
  return requestJson(`/site/context?${new URLSearchParams(asked).toString()}`);
}

/** Publishes on a realtime channel. @throws Error with the site's words when it refuses */
export async function publish(module: HostedModule, data: Record<string, unknown>): Promise<unknown> {
  return sendJson('POST', '/site/bridge/publish', { ...module, ...data });
}

/** Jira's REST API as the user who looks at the page, within the app's scopes. */
export async function requestProduct(
  module: HostedModule,
  restPath: string,
  init: RequestInit,
): Promise<ProductResponse> {
  const { method, headers, body } = init;
  const response = await fetch('/site/bridge/product', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...module,
      restPath,
      init: { method, headers: Object.fromEntries(new Headers(headers)), body },
    }),
  });
  return {
    body: await response.text(),
    headers: Object.fromEntries(response.headers),
    status: response.status,
    statusText: response.statusText,
  };
}
