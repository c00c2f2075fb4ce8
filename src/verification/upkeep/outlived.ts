import { IDENTITY_KEPT_MS } from '../identity-memory';
import { isUnclaimedDue } from '../session/due';
import { ATTEMPT_LIMIT_MS } from '../ticket/ticket';
import { purge } from './purge';
import type { Records, Store } from '../store';
import type { UpkeepPorts } from './ports';

/** Keys of records that were kept long enough, and how to drop one. */
interface Outlived {
  keys: AsyncIterable<string>;
  drop: (key: string) => Promise<unknown>;
}

const DAY_MS = 24 * 60 * 60_000;

/** All that was kept long enough at the time `now`. Throws `storage-unavailable`. */
export async function outlivedBy(ports: UpkeepPorts, now: number): Promise<Outlived[]> {
  const { store, policies } = ports;
  const { verifications, identities, tickets, employees } = store;
  const before = now - (await policies.retentionDays()) * DAY_MS;
  const provenBefore = now - IDENTITY_KEPT_MS;
  // Incode accepts a link within a minute of being asked, so all links of these records are older, too.
  const askedBefore = before - ATTEMPT_LIMIT_MS;
  const wasAskedBefore = ({ askedAt }: { askedAt: number }) => askedAt < askedBefore;
  const wasProvenBefore = ({ provenAt }: { provenAt: number }) => provenAt < provenBefore;
  return [
    {
      keys: store.unclaimedDue(now),
      drop: dropIf(store, verifications, (record) => isUnclaimedDue(record, now)),
    },
    { keys: store.requestedBefore(before), drop: (interviewId) => purge(ports, interviewId) },
    { keys: store.identitiesBefore(provenBefore), drop: dropIf(store, identities, wasProvenBefore) },
    { keys: store.askedBefore('ticket', askedBefore), drop: dropIf(store, tickets, wasAskedBefore) },
    { keys: store.askedBefore('employee', askedBefore), drop: dropIf(store, employees, wasAskedBefore) },
  ];
}

// The index lags, so the record itself says whether it was kept long enough. A write that wins the race keeps it.
function dropIf<T>(store: Store, records: Records<T>, isOutlived: (value: T) => boolean) {
  return async (key: string): Promise<void> => {
    const stored = await records.load(key);
    if (stored && isOutlived(stored.value)) await store.commit([records.remove(stored)]);
  };
}
