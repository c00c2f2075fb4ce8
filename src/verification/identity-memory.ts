import { digestOf } from './session/identity';
import { fold } from './session/fold';
import { isTakenBack } from './session/state';
import { isVerification } from './store';
import type { Reading } from './session/fold';
import type { Link, SessionRecord, Verification } from './session/session-record';
import type { Store, Stored } from './store';

/** How long a proven identity is kept, after the verification itself is gone. */
export const IDENTITY_KEPT_MS = 730 * 24 * 60 * 60_000;

/** The employee, by the keyed hash of the address, in an environment. */
type Whose = Pick<Link, 'environment' | 'employee'>;

/** The key of what is remembered of an employee. */
export function identityKey({ environment, employee }: Whose): string {
  return `${environment}:${employee}`;
}

/** The digest of the identity that a session proves, if it is a pass with one. */
function provenIdentity(
  { link, isIdentityReset }: Verification,
  { state, identityId }: Reading,
): string | undefined {
  const isProven = state === 'passed' && !isIdentityReset && identityId !== undefined;
  return isProven ? digestOf(link.employee, identityId) : undefined;
}

/**
 * Remembers what a pass proved, unless something is known already, and forgets it once its session is no longer a pass.
 * Throws `storage-unavailable`.
 */
export async function keepIdentityInLine(
  store: Store,
  verification: Verification,
  now: number,
): Promise<void> {
  const { link, interviewId } = verification;
  const key = identityKey(link);
  const reading = fold(verification, now);
  const digest = provenIdentity(verification, reading);
  if (digest !== undefined && link.knownIdentity === undefined) {
    await store.identities.create(key, { digest, interviewId, provenAt: now });
  }
  if (!isTakenBack(reading.state)) return;
  const known = await store.identities.load(key);
  // If another write came in between, it has removed the identity, too.
  if (known?.value.interviewId === interviewId) await store.commit([store.identities.remove(known)]);
}

/**
 * The digest of the identity that is known of an employee: what is remembered, or what the latest session proved and
 * has not been remembered yet. Throws `storage-unavailable`.
 * @param latest the employee's latest session
 */
export async function knownIdentity(
  store: Store,
  whose: Whose,
  latest: Promise<Stored<SessionRecord> | undefined>,
  now: number,
): Promise<string | undefined> {
  const key = identityKey(whose);
  const [known, session] = await Promise.all([store.identities.load(key), latest]);
  const isOfThem = isVerification(session) && identityKey(session.value.link) === key;
  const proven = isOfThem ? provenIdentity(session.value, fold(session.value, now)) : undefined;
  const isForgotten = known?.value.interviewId === session?.key && proven === undefined;
  return known && !isForgotten ? known.value.digest : proven;
}
