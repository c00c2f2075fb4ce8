import { isVerification } from '../store';
import type { Verification } from '../session/session-record';
import type { Store, Stored, VerificationPage } from '../store';
import type { CorePorts } from './ports';
import type { Ticket } from './ticket';

/** What is known of an issue, as the panel shows it. */
export interface TicketReading {
  ticket: Ticket | undefined;
  current: Verification | undefined;
  readAt: number;
}

/** The newest verification of an issue, and the last attempt to send a link. Throws `storage-unavailable`. */
export async function readTicket(
  { store, clock }: CorePorts,
  loadTicket: Promise<Stored<Ticket> | undefined>,
): Promise<TicketReading> {
  const ticket = (await loadTicket)?.value;
  const record = ticket?.current ? await store.verifications.load(ticket.current) : undefined;
  return { ticket, current: isVerification(record) ? record.value : undefined, readAt: clock.now() };
}

/** How many verifications a page of the history has. */
const HISTORY_PAGE = 5;

/**
 * One page of an issue's verifications, newest first. Its cost does not grow with their number.
 * @throws {AppError} `storage-unavailable`
 */
export function readHistory(store: Store, issueId: string, cursor?: string): Promise<VerificationPage> {
  return store.byTicket(issueId, HISTORY_PAGE, cursor);
}

/** The first page with the current verification as it was read by its key: the index may still lack its latest changes. */
export function withCurrent(page: VerificationPage, current: Verification | undefined): VerificationPage {
  if (!current) return page;
  const others = page.verifications.filter(({ interviewId }) => interviewId !== current.interviewId);
  return { ...page, verifications: [current, ...others] };
}
