import { AppError } from '../app-error';
import { knownIdentity } from '../identity-memory';
import { retryOnConflict } from '../retry-on-conflict';
import { claimFacts } from '../session/add-event';
import { isClaimed } from '../session/session-record';
import { settleAll } from '../settle-all';
import { isVerification } from '../store';
import { FIELD_PAUSE_MS } from '../ticket/field-progress';
import { openFacts, queueAndRemember, reportNewProblems } from '../ticket/receive-event';
import { ticketWithLink } from '../ticket/ticket';
import { employeeWithLink } from './employee';
import type { Facts, SessionRecord, Verification } from '../session/session-record';
import type { Change, Stored } from '../store';
import type { Ticket } from '../ticket/ticket';
import type { SendingPorts } from './ports';
import type { Acceptance } from './link-request';
import type { Claimed } from './sending-records';

/**
 * Saves a link that Incode accepted, and in the same write ends the link that it replaces. Keeps the facts that arrived
 * before this save.
 * @param claimed ticket and employee as the attempt has written them
 * @throws {AppError} `changed-meanwhile` where the ticket has another attempt by now, or other writes kept coming first
 */
export async function acceptLink(
  ports: SendingPorts,
  acceptance: Acceptance,
  claimed: Claimed,
): Promise<Verification> {
  let claims = claimed;
  const verification = await retryOnConflict(async () => {
    const accepted = await acceptOnce(ports, acceptance, claims);
    if (!accepted) claims = await loadClaims(ports, acceptance);
    return accepted;
  });
  // Best effort: housekeeping finds in the record what could not be queued here.
  const hasHappened = Object.keys(verification.facts.events).length > 0;
  await Promise.all([
    hasHappened ? queueAndRemember(ports, verification).catch(() => undefined) : undefined,
    reportNewProblems(ports, verification),
  ]);
  return verification;
}

async function acceptOnce(
  ports: SendingPorts,
  acceptance: Acceptance,
  claimed: Claimed,
): Promise<Verification | undefined> {
  const { store, queue, announcer, pseudonyms } = ports;
  const { link, interviewId } = acceptance;
  const { session, older, known } = await readSessions(ports, acceptance, claimed);
  if (!session) return undefined;
  if (isClaimed(session.value)) throw new AppError('changed-meanwhile');
  const { ticket, employee } = claimed;
  const happened = claimFacts(await openFacts(pseudonyms, session.value), link);
  const facts = { ...happened, ...objectedMeanwhile(ticket.value, session) };
  const verification = { interviewId, link: { ...link, knownIdentity: known }, facts, upkeep: { rev: 0 } };
  const changes = [
    store.verifications.change(session, verification),
    store.tickets.change(ticket, ticketWithLink(ticket.value, acceptance)),
    store.employees.change(employee, employeeWithLink(employee.value, acceptance)),
    ...replacement(ports, older),
  ];
  // A panel that reads too early sees that a link is being sent, and asks again soon. The fields wait for the queue.
  const [isSaved] = await settleAll([
    store.commit(changes),
    Promise.all([
      announcer.changed(link.issue.id),
      // Best effort: housekeeping finds in the record that the fields do not say it.
      queue.push([link.issue.id], FIELD_PAUSE_MS / 1000).catch(() => undefined),
    ]),
  ]);
  return isSaved ? verification : undefined;
}

/** An objection that came while Incode was asked: Incode has the link already, and it counts for nothing. */
function objectedMeanwhile({ objection }: Ticket, { rev }: Stored<SessionRecord>): Pick<Facts, 'objected'> {
  return objection ? { objected: { at: objection.at, rev: rev + 1 } } : {};
}

/** Creates the session's record, or reads the one that an event of Incode created first; and reads what came before. */
async function readSessions(
  { store, clock }: SendingPorts,
  { interviewId, link }: Acceptance,
  { ticket, employee }: Claimed,
) {
  const { verifications } = store;
  const { current } = ticket.value;
  const { latest } = employee.value;
  const load = async (id: string | undefined) => (id === undefined ? undefined : verifications.load(id));
  const loadOlder = load(current);
  const [session, older, known] = await Promise.all([
    verifications
      .create(interviewId, { interviewId, firstAt: link.requestedAt })
      .then((created) => created ?? verifications.load(interviewId)),
    loadOlder,
    knownIdentity(store, link, latest === current ? loadOlder : load(latest), clock.now()),
  ]);
  return { session, older, known };
}

/** Reads ticket and employee again. Throws `changed-meanwhile` where one is no longer claimed by this attempt. */
async function loadClaims({ store }: SendingPorts, { attemptId, link }: Acceptance): Promise<Claimed> {
  const [ticket, employee] = await Promise.all([
    store.tickets.load(link.issue.id),
    store.employees.load(link.employee),
  ]);
  if (ticket?.value.attempt?.id !== attemptId || employee?.value.live?.attemptId !== attemptId) {
    throw new AppError('changed-meanwhile');
  }
  return { ticket, employee };
}

function replacement({ store, clock }: SendingPorts, older: Stored<SessionRecord> | undefined): Change[] {
  if (!isVerification(older) || older.value.facts.replaced) return [];
  const replaced = { at: clock.now(), rev: older.rev + 1 };
  const value = { ...older.value, facts: { ...older.value.facts, replaced } };
  return [store.verifications.change(older, value)];
}
