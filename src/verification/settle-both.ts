/**
 * Waits for both to settle, so that nothing is still being done when a failure is cleaned up after; then returns the
 * results, or throws the first error.
 */
export async function settleBoth<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([one, other]);
  return Promise.all([one, other]);
}
