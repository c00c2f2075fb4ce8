import { purge } from './purge';
import { nextDueAt } from './due';
import { stateAt } from './states';
import { isSettled } from './ticket-update';
import type { Announcer, Clock, Health, Policies, Store, Stored, UpdateQueue } from './ports';
import type { SessionRecord } from './verification';

export interface HousekeepingPorts {
  store: Store;
  policies: Policies;
  queue: UpdateQueue;
  announcer: Announcer;
  health: Health;
  clock: Clock;
}

/** More records than this wait for the next run. */
const MOST_A_RUN = 100;

/**
 * Drives on what is due: ticket updates, links and sessions that ended by the clock, events that nobody claimed,
 * and drops what was kept long enough.
 * Goes on after a record that fails.
 * @throws {AggregateError} of what failed, at the end
 */
export async function housekeeping(ports: HousekeepingPorts): Promise<void> {
  const errors: unknown[] = [];
  const each = async (interviewIds: string[], act: (interviewId: string) => Promise<unknown>) => {
    for (const interviewId of interviewIds)
      await act(interviewId).catch((error: unknown) => errors.push(error));
  };
  await each(await ports.store.due(ports.clock.now(), MOST_A_RUN), async (interviewId) => {
    const record = await ports.store.verifications.load(interviewId);
    if (record) await keep(ports, record);
  });
  await each(await outlived(ports), (interviewId) => purge(ports, interviewId));
  if (errors.length > 0) throw new AggregateError(errors, 'Housekeeping left records undone');
}

const DAY_MS = 24 * 60 * 60_000;

async function outlived({ store, policies, clock }: HousekeepingPorts): Promise<string[]> {
  const kept = (await policies.retentionDays()) * DAY_MS;
  return store.requestedBefore(clock.now() - kept, MOST_A_RUN);
}

// The index lags, so the record itself says what is due. Who loses a race leaves it to the winner.
async function keep(ports: HousekeepingPorts, record: Stored<SessionRecord>) {
  const { store, queue, announcer, health, clock } = ports;
  const now = clock.now();
  const { value } = record;
  const dueAt = nextDueAt(value);
  if (dueAt === undefined || dueAt > now) return;
  if (value.kind === 'early-events') {
    await store.commit([store.verifications.remove(record)]);
    return;
  }
  const state = stateAt(value, now);
  if (state !== value.state) {
    await store.commit([store.verifications.change(record, { ...value, state })]);
    await announcer.changed(value.issue.id);
    if (state === 'no-result') {
      await health.report({ kind: state, at: now, issue: value.issue, interviewId: value.interviewId });
    }
  }
  if (value.updates.some((update) => !isSettled(update))) await queue.push([value.interviewId]);
}
