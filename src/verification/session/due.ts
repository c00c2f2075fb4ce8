import { fold, RESULT_GRACE_MS } from './fold';
import { isClaimed } from './session-record';
import type { Fact, Facts, SessionRecord, UnclaimedSession, Verification } from './session-record';

/** How long the queue has to update a ticket before housekeeping queues it again. */
const UPDATE_MS = 60_000;
/** How long facts without a link are kept for a save that may still come. */
const UNCLAIMED_KEPT_MS = 60 * 60_000;

/** When a session that no ticket has claimed is to be dropped, in epoch milliseconds. */
export function unclaimedDueAt({ firstAt }: UnclaimedSession): number {
  return firstAt + UNCLAIMED_KEPT_MS;
}

/** Whether nobody has claimed a session in the time for which it is kept. */
export function isUnclaimedDue(record: SessionRecord, now: number): boolean {
  return !isClaimed(record) && unclaimedDueAt(record) <= now;
}

/** When housekeeping has to look at a claimed session next, in epoch milliseconds; `Infinity` where nothing is due. */
export function nextDueAt(record: SessionRecord): number {
  return isClaimed(record) ? Math.min(updateDueAt(record), endDueAt(record)) : Infinity;
}

/** When the ticket must be updated for the link and the recorded facts; `Infinity` where it is. */
export function updateDueAt({ link, facts, upkeep }: Verification): number {
  const isNew = upkeep.rev === 0 ? [link.requestedAt] : [];
  const newFacts = factsOf(facts).filter(({ rev }) => rev > upkeep.rev);
  return Math.min(...isNew, ...newFacts.map(({ at }) => at)) + UPDATE_MS;
}

function factsOf({ events, identities, foreignHint, unreadable, overflow, objected }: Facts): Fact[] {
  const facts = [...Object.values(events), ...identities, foreignHint, unreadable, overflow, objected];
  return facts.filter((fact) => fact !== undefined);
}

/** When a waiting verification ends by the clock, if that is not recorded yet. */
function endDueAt({ link, facts, upkeep }: Verification): number {
  const { state } = fold({ link, facts }, Infinity);
  if (state === 'expired' && state !== upkeep.end) return link.expiresAt;
  return state === 'no-result' && state !== upkeep.end ? link.expiresAt + RESULT_GRACE_MS : Infinity;
}
