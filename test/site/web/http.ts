/** An answer other than 2xx, with the words for it that the site gave. */
export class HttpError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * A good answer, its body unread.
 * @throws HttpError
 */
export async function request(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(path, init);
  if (response.ok) return response;
  throw new HttpError(response.status, errorText(await response.text()) || response.statusText);
}

/** @throws HttpError */
export async function requestText(path: string, init: RequestInit = {}): Promise<string> {
  return (await request(path, init)).text();
}

/**
 * The JSON at `path`; `undefined` for an empty answer.
 * @throws HttpError
 */
export async function requestJson<T>(path: string, init: RequestInit = {}): Promise<T> {
  const text = await requestText(path, init);
  return (text ? JSON.parse(text) : undefined) as T;
}

/** @throws HttpError */
export async function sendJson<T>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<T> {
  return requestJson<T>(path, withJson(method, body));
}

/** A request with `body` as its JSON, if there is one. */
export function withJson(method: string, body?: unknown): RequestInit {
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  return { method, headers: { 'Content-Type': 'application/json' }, ...content };
}

/** The words in an error as Jira (`errorMessages`, `errors`), Incode (`message`) and the site (`error.message`) put them. */
function errorText(body: string): string {
  try {
    const { error, errorMessages, errors, message } = JSON.parse(body) as Record<string, unknown>;
    const parts = [errorMessages, errors, message, error].flatMap((part) => strings(part));
    return parts.join(' ');
  } catch {
    return body;
  }
}

function strings(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(strings) : [];
}
