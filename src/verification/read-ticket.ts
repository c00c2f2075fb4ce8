import { recentSends } from './limits';
import type { Clock, Store, Stored } from './ports';
import type { Ticket } from './ticket';
import type { Verification } from './verification';

/** What is known of an issue, as the panel shows it. */
export interface TicketReading {
  attempt: Ticket['attempt'];
  current: Verification | undefined;
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
  const ticket = await loadTicket;
  const interviewId = ticket?.value.current;
  const record = interviewId ? await store.verifications.load(interviewId) : undefined;
  return {
    attempt: ticket?.value.attempt,
    current: record?.value.kind === 'verification' ? record.value : undefined,
    sentToday: recentSends(ticket?.value.sends, clock.now()).length,
    readAt: clock.now(),
  };
}
