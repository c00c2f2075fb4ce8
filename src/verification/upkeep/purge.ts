import { retryOnConflict } from '../retry-on-conflict';
import { isClaimed } from '../session/session-record';
import { attemptState } from '../ticket/ticket';
import type { Change, Clock, Store, Stored } from '../store';
import type { Health } from '../ticket/ports';
import type { Ticket } from '../ticket/ticket';

interface PurgePorts {
  store: Store;
  health: Health;
  clock: Clock;
}

/**
 * Drops a verification, what administrators were told of it, and the ticket's record where this was its last link. A
 * link that is being sent meanwhile keeps the record that it has claimed.
 * @returns whether there was one
 * @throws {AppError} `changed-meanwhile`, `storage-unavailable`
 */
export function purge(ports: PurgePorts, interviewId: string): Promise<boolean> {
  const { store, health, clock } = ports;
  return retryOnConflict(async () => {
    const record = await store.verifications.load(interviewId);
    if (!record || !isClaimed(record.value)) return false;
    const { link } = record.value;
    const ticket = await store.tickets.load(link.issue.id);
    // Before the record that leads to it is gone.
    await health.forget({ issue: link.issue, interviewId });
    const changes = [
      store.verifications.remove(record),
      ...(ticket?.value.current === interviewId ? [withoutSession(store, ticket, clock.now())] : []),
    ];
    return (await store.commit(changes)) || undefined;
  });
}

function withoutSession({ tickets }: Store, ticket: Stored<Ticket>, now: number): Change {
  const { current: _, told: __, ...rest } = ticket.value;
  const isClaimed = rest.attempt !== undefined && attemptState(rest.attempt, now) === 'sending';
  return isClaimed ? tickets.change(ticket, rest) : tickets.remove(ticket);
}
