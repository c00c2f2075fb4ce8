import { purge } from './purge';
import { nextDueAt } from './due';
import { stateAt } from './states';
import { isSettled } from './ticket-update';
import type { Announcer, Clock, Health, IdPage, Policies, Store, Stored, UpdateQueue } from './ports';
import type { SessionRecord } from './verification';

export interface HousekeepingPorts {
  store: Store;
  policies: Policies;
  queue: UpdateQueue;
  announcer: Announcer;
  health: Health;
  clock: Clock;
}

/** How long after its start a run still takes up what is due, and then what was kept long enough; Forge ends it after 55 s. */
const DUE_FOR_MS = 30_000;
const OUTLIVED_FOR_MS = 40_000;

/**
 * Drives on what is due: ticket updates, links and sessions that ended by the clock, events that nobody claimed,
 * and drops what was kept long enough. What there is no time for waits for the next run.
 * Goes on after a record that fails.
 * @throws {AggregateError} of what failed, at the end
 */
export async function housekeeping(ports: HousekeepingPorts): Promise<void> {
  const { store, clock } = ports;
  const startedAt = clock.now();
  const errors: unknown[] = [];
  const each = async (ids: AsyncIterable<string>, forMs: number, act: (id: string) => Promise<unknown>) => {
    for await (const interviewId of ids) {
      if (clock.now() - startedAt >= forMs) return;
      await act(interviewId).catch((error: unknown) => errors.push(error));
    }
  };
  const due = inPages((cursor) => store.due(startedAt, cursor));
  await each(due, DUE_FOR_MS, async (interviewId) => {
    const record = await store.verifications.load(interviewId);
    if (record) await keep(ports, record);
  });
  await each(await outlived(ports), OUTLIVED_FOR_MS, (interviewId) => purge(ports, interviewId));
  if (errors.length > 0) throw new AggregateError(errors, 'Housekeeping left records undone');
}

const DAY_MS = 24 * 60 * 60_000;

async function outlived({ store, policies, clock }: HousekeepingPorts): Promise<AsyncIterable<string>> {
  const before = clock.now() - (await policies.retentionDays()) * DAY_MS;
  return inPages((cursor) => store.requestedBefore(before, cursor));
}

async function* inPages(page: (cursor?: string) => Promise<IdPage>): AsyncGenerator<string> {
  let cursor: string | undefined;
  do {
    const next = await page(cursor);
    yield* next.interviewIds;
    cursor = next.cursor;
  } while (cursor !== undefined);
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
