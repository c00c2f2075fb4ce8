import { nextDueAt, tellingDueAt } from '../session/due';
import { fold } from '../session/fold';
import { isClaimed } from '../session/session-record';
import { isSettled } from '../ticket/progress';
import { progressOf } from '../ticket/reconcile';
import { inPages } from '../store';
import { outlivedBy } from './outlived';
import type { Verification } from '../session/session-record';
import type { Stored } from '../store';
import type { HousekeepingPorts } from './ports';

/** Until when after its start a run begins work on what is due, then on what was kept long enough. Forge ends it after 55 s. */
const DUE_FOR_MS = 30_000;
const OUTLIVED_FOR_MS = 40_000;

/**
 * Does what is due: queues ticket updates, records links and sessions that ended by the clock; then drops what was kept
 * long enough. The rest waits for the next run when time is up. Goes on after a record that fails.
 * @throws {AggregateError} of all failures, at the end
 */
export async function housekeeping(ports: HousekeepingPorts): Promise<void> {
  const { store, clock } = ports;
  const startedAt = clock.now();
  const errors: unknown[] = [];
  const each = async (ids: AsyncIterable<string>, forMs: number, act: (id: string) => Promise<unknown>) => {
    for await (const id of ids) {
      if (clock.now() - startedAt >= forMs) return;
      await act(id).catch((error: unknown) => errors.push(error));
    }
  };
  await each(
    inPages((cursor) => store.due(startedAt, cursor)),
    DUE_FOR_MS,
    (interviewId) => lookAfter(ports, interviewId),
  );
  const outlived = await outlivedBy(ports, startedAt);
  await Promise.all(outlived.map(({ keys, drop }) => each(keys, OUTLIVED_FOR_MS, drop)));
  if (errors.length > 0) throw new AggregateError(errors, 'Housekeeping left records undone');
}

// The index lags, so the record itself says what is due. If another write comes first, that run does the work.
async function lookAfter(ports: HousekeepingPorts, interviewId: string): Promise<void> {
  const { store, clock } = ports;
  const record = await store.verifications.load(interviewId);
  const now = clock.now();
  if (!record || (nextDueAt(record.value) ?? Infinity) > now) return;
  const { value } = record;
  if (!isClaimed(value)) return;
  await recordEnd(ports, { ...record, value }, now);
  if ((tellingDueAt(value) ?? Infinity) <= now) await lookAfterTicket(ports, { ...record, value }, now);
}

async function recordEnd(
  { store, announcer, health }: HousekeepingPorts,
  record: Stored<Verification>,
  now: number,
): Promise<void> {
  const { link, upkeep, interviewId } = record.value;
  const { state } = fold(record.value, now);
  if ((state !== 'expired' && state !== 'no-result') || state === upkeep.end) return;
  const value = { ...record.value, upkeep: { ...upkeep, end: state } };
  if (!(await store.commit([store.verifications.change(record, value)]))) return;
  await announcer.changed(link.issue.id);
  if (state === 'no-result') await health.report({ kind: state, at: now, issue: link.issue, interviewId });
}

/** Queues a ticket that was not updated in time; records it where nothing is left to do. */
async function lookAfterTicket(
  { store, queue }: HousekeepingPorts,
  record: Stored<Verification>,
  now: number,
): Promise<void> {
  const { link, interviewId, upkeep } = record.value;
  const ticket = await store.tickets.load(link.issue.id);
  const isCurrent = ticket?.value.current === interviewId;
  const progress = isCurrent ? progressOf(ticket.value, record.value, now) : undefined;
  if (!progress || isSettled(progress)) {
    const value = { ...record.value, upkeep: { ...upkeep, rev: record.rev } };
    await store.commit([store.verifications.change(record, value)]);
  } else if (progress.dueAt <= now) {
    await queue.push([link.issue.id]);
  }
}
