import { fetch } from '@forge/api';

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
  const limit = new AbortController();
  const timer = setTimeout(() => {
    limit.abort();
  }, ANSWER_LIMIT_MS);
  try {
    return await Promise.race([
      answer(url, { method: 'POST', headers, body, signal: limit.signal }),
      end(limit),
    ]);
  } catch (cause) {
    throw new NoAnswer(!neverConnected(cause), cause);
  } finally {
    clearTimeout(timer);
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

// Not every fetch heeds a signal, so the limit also ends the waiting by itself.
function end({ signal }: AbortController): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Error('Incode took too long'));
    });
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const CONNECTION_CODES = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

function neverConnected(error: unknown): boolean {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (typeof code === 'string' && CONNECTION_CODES.has(code)) return true;
  return typeof cause === 'object' && cause !== null && neverConnected(cause);
}
