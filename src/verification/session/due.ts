import { fold, RESULT_GRACE_MS } from './fold';
import { isClaimed, UNCLAIMED_KEPT_MS } from './session-record';
import { isOutcome } from './state';
import type { Fact, Facts, SessionRecord, UnclaimedSession, Verification } from './session-record';

/** How long the queue has to update a ticket before housekeeping queues it again. */
const TELLING_MS = 60_000;

/** When a session that no ticket has claimed is to be dropped, in epoch milliseconds. */
export function unclaimedDueAt({ firstAt }: UnclaimedSession): number {
  return firstAt + UNCLAIMED_KEPT_MS;
}

/** Whether nobody has claimed a session in the time for which it is kept. */
export function isUnclaimedDue(record: SessionRecord, now: number): boolean {
  return !isClaimed(record) && unclaimedDueAt(record) <= now;
}

/** When housekeeping has to look at a claimed session next, in epoch milliseconds; `undefined` where nothing is due. */
export function nextDueAt(record: SessionRecord): number | undefined {
  if (!isClaimed(record)) return undefined;
  const times = [tellingDueAt(record), endDueAt(record)].filter((time) => time !== undefined);
  return times.length > 0 ? Math.min(...times) : undefined;
}

/** When the ticket must be updated for the recorded facts; `undefined` where it is, or where there is no outcome. */
export function tellingDueAt(verification: Verification): number | undefined {
  if (!isOutcome(fold(verification, Infinity).state)) return undefined;
  const untold = factsOf(verification.facts).filter(({ rev }) => rev > verification.upkeep.rev);
  return untold.length === 0 ? undefined : Math.min(...untold.map(({ at }) => at)) + TELLING_MS;
}

function factsOf({ events, identities, foreignHint, unreadable, overflow, objected }: Facts): Fact[] {
  const facts = [...Object.values(events), ...identities, foreignHint, unreadable, overflow, objected];
  return facts.filter((fact) => fact !== undefined);
}

/** When a waiting verification ends by the clock, if that is not recorded yet. */
function endDueAt({ link, facts, upkeep }: Verification): number | undefined {
  const { state } = fold({ link, facts }, Infinity);
  if (state === upkeep.end) return undefined;
  if (state === 'expired') return link.expiresAt;
  return state === 'no-result' ? link.expiresAt + RESULT_GRACE_MS : undefined;
}
