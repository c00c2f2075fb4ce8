/**
 * Waits for both to settle, then returns the results or throws the first error. Nothing still runs when the caller
 * handles the error.
 */
export async function settleBoth<A, B>(one: A | Promise<A>, other: B | Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([one, other]);
  return Promise.all([one, other]);
}
