/**
 * What both come to, once both have ended, so that nothing is still being done when a failure is cleaned up after.
 * Throws what the first one that failed threw.
 */
export async function bothDone<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([one, other]);
  return Promise.all([one, other]);
}
