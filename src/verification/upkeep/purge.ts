import { retryOnConflict } from '../retry-on-conflict';
import { isVerification } from '../store';
import { attemptState } from '../ticket/ticket';
import type { Change, Store, Stored } from '../store';
import type { Ticket } from '../ticket/ticket';
import type { UpkeepPorts } from './ports';

/**
 * Drops a verification, its problems on the settings page, and the ticket's record where this was its last link. A
 * link that is being sent meanwhile keeps the record that it has claimed.
 * @returns whether there was one
 * @throws {AppError} `changed-meanwhile`, `storage-unavailable`
 */
export function purge({ store, health, clock }: UpkeepPorts, interviewId: string): Promise<boolean> {
  return retryOnConflict(async () => {
    const record = await store.verifications.load(interviewId);
    if (!isVerification(record)) return false;
    const { issue } = record.value.link;
    const ticket = await store.tickets.load(issue.id);
    // First the problems: without the record, nothing would lead to them.
    await health.forget({ issue, interviewId });
    const isLast = ticket?.value.current === interviewId;
    const changes = isLast ? [withoutSession(store, ticket, clock.now())] : [];
    return (await store.commit([store.verifications.remove(record), ...changes])) || undefined;
  });
}

function withoutSession({ tickets }: Store, ticket: Stored<Ticket>, now: number): Change {
  const { current: _, told: __, requestedBy: ___, ...rest } = ticket.value;
  const isClaimed = rest.attempt !== undefined && attemptState(rest.attempt, now) === 'sending';
  return isClaimed ? tickets.change(ticket, rest) : tickets.remove(ticket);
}
