import { IDENTITY_KEPT_MS } from '../identity-memory';
import { isUnclaimedDue } from '../session/due';
import { inPages } from '../store';
import { ATTEMPT_LIMIT_MS } from '../ticket/ticket';
import { purge } from './purge';
import type { Kept, Records } from '../store';
import type { HousekeepingPorts } from './ports';

/** Keys of records that were kept long enough, and how to drop one. */
interface Outlived {
  keys: AsyncIterable<string>;
  drop: (key: string) => Promise<unknown>;
}

const DAY_MS = 24 * 60 * 60_000;

/** All that was kept long enough at the time `now`. Throws `storage-unavailable`. */
export async function outlivedBy(ports: HousekeepingPorts, now: number): Promise<Outlived[]> {
  const { store, policies } = ports;
  const before = now - (await policies.retentionDays()) * DAY_MS;
  const provenBefore = now - IDENTITY_KEPT_MS;
  return [
    {
      keys: inPages((cursor) => store.unclaimedDue(now, cursor)),
      drop: (key) => dropIf(ports, store.verifications, key, (record) => isUnclaimedDue(record, now)),
    },
    {
      keys: inPages((cursor) => store.requestedBefore(before, cursor)),
      drop: (key) => purge(ports, key),
    },
    {
      keys: inPages((cursor) => store.identitiesBefore(provenBefore, cursor)),
      drop: (key) => dropIf(ports, store.identities, key, ({ provenAt }) => provenAt < provenBefore),
    },
    // Incode accepts a link within a minute of being asked, so all links of these records are older, too.
    dropAskedBefore(ports, 'ticket', store.tickets, before - ATTEMPT_LIMIT_MS),
    dropAskedBefore(ports, 'employee', store.employees, before - ATTEMPT_LIMIT_MS),
  ];
}

function dropAskedBefore<E extends 'ticket' | 'employee'>(
  ports: HousekeepingPorts,
  entity: E,
  records: Records<Kept[E]>,
  before: number,
): Outlived {
  return {
    keys: inPages((cursor) => ports.store.askedBefore(entity, before, cursor)),
    drop: (key) => dropIf(ports, records, key, ({ askedAt }) => askedAt < before),
  };
}

// The index lags, so the record itself says whether it was kept long enough. A write that wins the race keeps it.
async function dropIf<T>(
  { store }: HousekeepingPorts,
  records: Records<T>,
  key: string,
  isOutlived: (value: T) => boolean,
): Promise<void> {
  const stored = await records.load(key);
  if (stored && isOutlived(stored.value)) await store.commit([records.remove(stored)]);
}
