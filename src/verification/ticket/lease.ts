import { retryOnConflict } from '../retry-on-conflict';
import { written } from '../store';
import { beginFields } from './field-progress';
import { isInLine } from './outstanding';
import { beginReply } from './reply';
import { LEASE_MS } from './retry-rules';
import { beginTelling } from './telling';
import type { Verification } from '../session/session-record';
import type { Change, Store, Stored } from '../store';
import type { Outstanding, Parts, RunEnd } from './outstanding';
import type { TicketPorts } from './ports';
import type { Ticket } from './ticket';

/**
 * Takes a ticket's lease for a run that does these parts, and writes down that they are begun.
 * @returns `undefined` where another write came first
 */
export async function takeLease(
  { store, clock }: TicketPorts,
  ticket: Stored<Ticket>,
  { told, fields, reply }: Parts,
): Promise<Stored<Ticket> | undefined> {
  const now = clock.now();
  const begun = {
    ...(told && { told: beginTelling(told, now) }),
    ...(fields && { fields: beginFields(fields, now) }),
    ...(reply && { reply: beginReply(reply, now) }),
  };
  const token = (ticket.value.lease?.token ?? 0) + 1;
  const value = { ...ticket.value, ...begun, lease: { token, until: now + LEASE_MS } };
  const isTaken = await store.commit([store.tickets.change(ticket, value)]);
  return isTaken ? written(ticket, value) : undefined;
}

/**
 * Saves what a run has done on the ticket's newest record, and ends its lease, if it still holds that.
 * @param asked what the session asked for before the run
 * @returns whether nothing is left to do, and the session has not changed since it was read
 */
export async function endLease(
  { store }: TicketPorts,
  leased: Stored<Ticket>,
  session: Stored<Verification>,
  { asked, end }: { asked: Outstanding; end: RunEnd },
): Promise<boolean> {
  const token = leased.value.lease?.token ?? 0;
  const done = { ...asked, ...partsOf(end) };
  let ticket: Stored<Ticket> | undefined = leased;
  let parts: Parts = done;
  let upkeep = isInLine(done) ? markUpkeepDone(store, session) : [];
  return retryOnConflict(async () => {
    if (!ticket || ticket.value.lease?.token !== token) return false;
    const seen = end.moved ?? ticket.value.seen;
    const value = { ...ticket.value, ...partsOf(parts), seen, lease: { token, until: 0 } };
    if (await store.commit([store.tickets.change(ticket, value), ...upkeep])) return upkeep.length > 0;
    // Housekeeping looks after a session that has changed since it was read.
    upkeep = [];
    // What this run did not do may have been opened again.
    parts = end;
    ticket = await store.tickets.load(leased.key);
    return undefined;
  });
}

function partsOf({ told, fields, reply }: Parts): Parts {
  return { ...(told && { told }), ...(fields && { fields }), ...(reply && { reply }) };
}

function markUpkeepDone({ verifications }: Store, session: Stored<Verification>): Change[] {
  const { value, rev } = session;
  return [verifications.change(session, { ...value, upkeep: { ...value.upkeep, rev } })];
}
