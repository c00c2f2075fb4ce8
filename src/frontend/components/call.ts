import type { Answer, WireError } from '../../contract/answer';

/** Longer than any resolver may run (25 s): an answer that has not come by then is lost. */
const ANSWER_LIMIT_MS = 30_000;

/** An answer of a resolver function; an invocation that failed or was lost is an `unexpected` error. */
export async function call<T>(invocation: Promise<Answer<T>>): Promise<Answer<T>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<Answer<T>>((resolve) => {
    timer = setTimeout(() => resolve(lost), ANSWER_LIMIT_MS);
  });
  try {
    return await Promise.race([invocation, limit]);
  } catch {
    return lost;
  } finally {
    clearTimeout(timer);
  }
}

const lost: { ok: false; error: WireError } = { ok: false, error: { code: 'unexpected' } };
