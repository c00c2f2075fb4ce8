import type { Answer, WireError } from '../../contract/answer';

/** An answer of a resolver function; an invocation that failed altogether is an `unexpected` error. */
export async function call<T>(invocation: Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await invocation;
  } catch {
    return { ok: false, error: { code: 'unexpected' } satisfies WireError };
  }
}
