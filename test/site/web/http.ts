/** An answer other than 2xx, with the words for it that the site gave. */
export class HttpError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** @throws HttpError */
export async function requestText(path: string, init: RequestInit = {}): Promise<string> {
  const response = await fetch(path, init);
  const text = await response.text();
  if (!response.ok) throw new HttpError(response.status, errorText(text) || response.statusText);
  return text;
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
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  return requestJson<T>(path, { method, headers: { 'Content-Type': 'application/json' }, ...content });
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
