export type KvsStatus = 400 | 404 | 409 | 412 | 413 | 422;

/** A refusal by the key-value store; `code` and `message` are the body that `@forge/kvs` reads. */
export class KvsError extends Error {
  override readonly name = 'KvsError';

  readonly status: KvsStatus;
  readonly code: string;

  constructor(status: KvsStatus, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export function badRequest(message: string): KvsError {
  return new KvsError(400, 'BAD_REQUEST', message);
}

export function keyNotFound(key: string, code = 'KEY_NOT_FOUND'): KvsError {
  return new KvsError(404, code, `There is no value for the key ${key}`);
}

/** The answer to a request above the rate limit; `@forge/kvs` reads the code. */
export function kvsRateExceeded(): Response {
  return Response.json({ code: 'RATE_LIMIT_EXCEEDED', message: 'Too many requests' }, { status: 429 });
}
