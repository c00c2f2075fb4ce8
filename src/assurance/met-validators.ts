import type { TransitionAttempt } from './gate';
import type { GatePorts, GateScope, MetValidator, RequestFacts } from './ports';

const DAY_MS = 24 * 60 * 60_000;
/** How long nobody may have met a validator for it still to be told of. */
const REMEMBERED_MS = 90 * DAY_MS;
/** Once somebody has met a validator, the next who do within this time are not written down. */
const PAUSE_MS = DAY_MS;
/** All are in one record that each transition with a validator reads. */
const MOST = 200;

/** Those that somebody met not too long ago. */
export function recentlyMet(validators: readonly MetValidator[], now: number): MetValidator[] {
  return validators.filter(({ metAt }) => now < metAt + REMEMBERED_MS);
}

/**
 * Remembers that a validator is being asked, and thereby that it is on this transition: the app may not read workflows.
 * Writes at most once a day for each. Never rejects: one that could not be written down is met again.
 */
export async function rememberValidator(
  { metValidators, clock }: GatePorts,
  { transition }: TransitionAttempt,
  scope: GateScope,
  request: Promise<RequestFacts>,
): Promise<void> {
  if (!transition) return;
  try {
    const [{ validators, revision }, { projectId }] = await Promise.all([metValidators.load(), request]);
    const changed = withValidator(validators, { projectId, ...transition, scope, metAt: clock.now() });
    if (changed) await metValidators.save(revision, changed);
  } catch {
    // The gate answers all the same.
  }
}

/** All that are worth remembering, the one that was met last; `undefined` where nothing has to be written. */
function withValidator(validators: readonly MetValidator[], met: MetValidator): MetValidator[] | undefined {
  const known = validators.find((other) => isSame(other, met));
  if (known && met.metAt < known.metAt + PAUSE_MS) return undefined;
  const others = validators.filter((other) => other !== known);
  return [...recentlyMet(others, met.metAt), met].slice(-MOST);
}

function isSame(one: MetValidator, other: MetValidator): boolean {
  return (
    one.projectId === other.projectId &&
    one.from === other.from &&
    one.to === other.to &&
    one.scope === other.scope
  );
}
