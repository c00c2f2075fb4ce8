import { recentSends } from '../sending/limits';
import { isClaimed } from '../session/session-record';
import type { Verification } from '../session/session-record';
import type { Clock, Store, Stored } from '../store';
import type { TicketProgress } from './progress';
import type { Ticket } from './ticket';

/** What is known of an issue, as the panel shows it. */
export interface TicketReading {
  attempt: Ticket['attempt'];
  current: Verification | undefined;
  told: TicketProgress | undefined;
  /** How many links were sent within the last 24 hours. */
  sentToday: number;
  readAt: number;
}

interface Ports {
  store: Store;
  clock: Clock;
}

/** The newest verification of an issue, and the last attempt to send a link. Throws `storage-unavailable`. */
export async function readTicket(
  { store, clock }: Ports,
  loadTicket: Promise<Stored<Ticket> | undefined>,
): Promise<TicketReading> {
  const ticket = (await loadTicket)?.value;
  const record = ticket?.current ? await store.verifications.load(ticket.current) : undefined;
  const readAt = clock.now();
  return {
    attempt: ticket?.attempt,
    current: isClaimed(record?.value) ? record.value : undefined,
    told: ticket?.told,
    sentToday: recentSends(ticket?.sends, readAt).length,
    readAt,
  };
}
