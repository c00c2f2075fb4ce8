/** A refusal by the key-value store; `code` and `message` are the body that `@forge/kvs` reads. */
export class KvsError extends Error {
  override readonly name = 'KvsError';

  readonly status: 400 | 404 | 409 | 413;
  readonly code: string;

  constructor(status: 400 | 404 | 409 | 413, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export function badRequest(message: string): KvsError {
  return new KvsError(400, 'BAD_REQUEST', message);
}

export function keyNotFound(key: string): KvsError {
  return new KvsError(404, 'KEY_NOT_FOUND', `There is no value for the key ${key}`);
}
