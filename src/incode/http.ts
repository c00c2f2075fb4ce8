import { fetch } from '@forge/api';
import { withTimeout } from '../verification/with-timeout';

/** How long Incode may take to answer: a resolver has 25 s in all. */
const ANSWER_LIMIT_MS = 12_000;

/** What came back: the status, and the body as JSON where it is some. */
export interface IncodeAnswer {
  status: number;
  body: unknown;
  retryAfterSeconds: number | undefined;
}

/** No answer came. `wasSent`: the request may have reached Incode all the same. */
export class NoAnswer extends Error {
  readonly wasSent: boolean;

  constructor(wasSent: boolean, cause: unknown) {
    super('Incode gave no answer', { cause });
    this.name = 'NoAnswer';
    this.wasSent = wasSent;
  }
}

export interface IncodePost {
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** Posts to Incode. Throws `NoAnswer` when there is none within 12 s. */
export async function post({ url, headers, body }: IncodePost): Promise<IncodeAnswer> {
  checkHeaders(headers);
  const limit = new AbortController();
  try {
    const answered = answer(url, { method: 'POST', headers, body, signal: limit.signal });
    // Not every fetch heeds a signal, so the time limit also ends the waiting by itself.
    return await withTimeout(answered, ANSWER_LIMIT_MS, 'Incode took too long');
  } catch (cause) {
    throw new NoAnswer(!neverConnected(cause), cause);
  } finally {
    limit.abort();
  }
}

// A request that cannot be built never leaves.
function checkHeaders(headers: Record<string, string>): void {
  try {
    new Headers(headers);
  } catch {
    // Without the cause: its message quotes the value, which may be a secret.
    throw new NoAnswer(false, undefined);
  }
}

async function answer(url: string, init: RequestInit): Promise<IncodeAnswer> {
  const response = await fetch(url, init as Parameters<typeof fetch>[1]);
  const retryAfter = Number(response.headers.get('retry-after') ?? NaN);
  return {
    status: response.status,
    body: parseJson(await response.text()),
    retryAfterSeconds: Number.isFinite(retryAfter) ? retryAfter : undefined,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Before anything is written the host's name is looked up, a connection is made, and its certificate is checked.
 * @see https://nodejs.org/api/errors.html#common-system-errors and https://nodejs.org/api/tls.html#x509-certificate-error-codes
 */
const BEFORE_WRITING =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_INVALID_URL|ERR_INVALID_CHAR|ERR_TLS_CERT_\w+|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+)$/;

/** Whether a failure, or what caused it, came before anything was written. */
export function neverConnected(error: unknown): boolean {
  const { code, cause, syscall } = Object(error) as { code?: unknown; cause?: unknown; syscall?: unknown };
  if (typeof code === 'string' && BEFORE_WRITING.test(code)) return true;
  if (syscall === 'connect' || syscall === 'getaddrinfo') return true;
  return cause !== undefined && cause !== null && neverConnected(cause);
}
