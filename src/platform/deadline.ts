import type { Deadline } from '../verification/sending/ports';
import type { Clock } from '../verification/store';

/**
 * How long Forge lets a function run that a person waits for.
 * @see https://developer.atlassian.com/platform/forge/platform-quotas-and-limits/
 */
const RUN_LIMIT_MS = 25_000;

/** The end of a run that begins now. */
export function deadlineFrom(clock: Clock): Deadline {
  const endsAt = clock.now() + RUN_LIMIT_MS;
  return { msLeft: () => endsAt - clock.now() };
}
