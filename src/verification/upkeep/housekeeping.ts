import { nextDueAt, updateDueAt } from '../session/due';
import { fold } from '../session/fold';
import { isInLine, nextPartAt, outstanding } from '../ticket/outstanding';
import { isVerification } from '../store';
import { outlivedBy } from './outlived';
import type { Verification } from '../session/session-record';
import type { Stored } from '../store';
import type { UpkeepPorts } from './ports';

/** How long after its start a run takes up what is due, and then what was kept long enough. Forge ends it after 55 s. */
const DUE_FOR_MS = 30_000;
const OUTLIVED_FOR_MS = 40_000;

/**
 * Does what is due: queues ticket updates, records links and sessions that ended by the clock; then drops what was kept
 * long enough. The rest waits for the next run when time is up. Goes on after a record that fails.
 * @throws {AggregateError} of all failures, at the end
 */
export async function housekeeping(ports: UpkeepPorts): Promise<void> {
  const { store, clock } = ports;
  const startedAt = clock.now();
  const errors: unknown[] = [];
  const each = async (ids: AsyncIterable<string>, forMs: number, act: (id: string) => Promise<unknown>) => {
    for await (const id of ids) {
      if (clock.now() - startedAt >= forMs) return;
      await act(id).catch((error: unknown) => errors.push(error));
    }
  };
  await each(store.due(startedAt), DUE_FOR_MS, (interviewId) => lookAfter(ports, interviewId));
  const outlived = await outlivedBy(ports, startedAt);
  await Promise.all(outlived.map(({ keys, drop }) => each(keys, OUTLIVED_FOR_MS, drop)));
  if (errors.length > 0) throw new AggregateError(errors, 'Housekeeping left records undone');
}

// The index lags, so the record itself says what is due. If another write comes first, that run does the work.
async function lookAfter(ports: UpkeepPorts, interviewId: string): Promise<void> {
  const record = await ports.store.verifications.load(interviewId);
  const now = ports.clock.now();
  if (!isVerification(record) || nextDueAt(record.value) > now) return;
  await recordEnd(ports, record, now);
  if (updateDueAt(record.value) <= now) await lookAfterTicket(ports, record, now);
}

async function recordEnd(
  { store, queue, announcer, health }: UpkeepPorts,
  record: Stored<Verification>,
  now: number,
): Promise<void> {
  const { link, upkeep, interviewId } = record.value;
  const { state } = fold(record.value, now);
  if ((state !== 'expired' && state !== 'no-result') || state === upkeep.end) return;
  const value = { ...record.value, upkeep: { ...upkeep, end: state } };
  // Before the end is written down: where that fails, the next run does both again.
  await queue.push([link.issue.id]);
  if (!(await store.commit([store.verifications.change(record, value)]))) return;
  await announcer.changed(link.issue.id);
  if (state === 'no-result') await health.report({ kind: state, at: now, issue: link.issue, interviewId });
}

/** Queues a ticket that was not updated in time; records it where nothing is left to do. */
async function lookAfterTicket(
  { store, queue }: UpkeepPorts,
  record: Stored<Verification>,
  now: number,
): Promise<void> {
  const { link, interviewId, upkeep } = record.value;
  const ticket = await store.tickets.load(link.issue.id);
  const isCurrent = ticket?.value.current === interviewId;
  const left = isCurrent ? outstanding(ticket.value, record.value, now) : undefined;
  if (!left || isInLine(left)) {
    const value = { ...record.value, upkeep: { ...upkeep, rev: record.rev } };
    await store.commit([store.verifications.change(record, value)]);
  } else if (nextPartAt(left) <= now) {
    await queue.push([link.issue.id]);
  }
}
