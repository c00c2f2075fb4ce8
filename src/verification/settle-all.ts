/**
 * As `Promise.all`, but waits for all to settle before it throws the first error: nothing still runs when the caller
 * handles that.
 */
export async function settleAll<T extends readonly unknown[] | []>(
  promises: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}
