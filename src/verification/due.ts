import { isSettled } from './ticket-update';
import { RESULT_GRACE_MS } from './states';
import { EARLY_EVENTS_KEPT_MS } from './verification';
import type { SessionRecord, Verification } from './verification';

/** When housekeeping has to look at a record next, in epoch milliseconds; `undefined` where nothing is due. */
export function nextDueAt(record: SessionRecord): number | undefined {
  if (record.kind === 'early-events') return record.firstAt + EARLY_EVENTS_KEPT_MS;
  const times = record.updates.filter((update) => !isSettled(update)).map(({ dueAt }) => dueAt);
  const end = endsAt(record);
  if (end !== undefined) times.push(end);
  return times.length > 0 ? Math.min(...times) : undefined;
}

/** When the clock alone will end a verification that waits. */
function endsAt({ state, expiresAt }: Verification): number | undefined {
  if (state === 'sent') return expiresAt;
  if (state === 'started') return expiresAt + RESULT_GRACE_MS;
  return undefined;
}
