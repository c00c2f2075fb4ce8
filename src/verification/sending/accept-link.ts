import { AppError } from '../app-error';
import { keepIdentityInLine } from '../identity-memory';
import { retryOnConflict } from '../retry-on-conflict';
import { claimFacts } from '../session/add-event';
import { openFacts } from '../session-facts';
import { fold } from '../session/fold';
import { isOutcome } from '../session/outcome';
import { isClaimed } from '../session/session-record';
import { settleBoth } from '../settle-both';
import { problemsOfFacts } from '../ticket/problems';
import { createUnclaimed, loadClaims, readAcceptanceRecords } from './acceptance-records';
import type { SessionRecord, Verification } from '../session/session-record';
import type { Change, Stored } from '../store';
import type { Ticket } from '../ticket/ticket';
import type { Acceptance, AcceptanceRecords, Claimed } from './acceptance-records';
import type { Employee } from './employee';
import type { AcceptancePorts } from './ports';

/**
 * Saves a link that Incode accepted, and in the same write ends the link that it replaces. Keeps the facts that arrived
 * before this save.
 * @param claimed ticket and employee as the attempt has written them
 * @throws {AppError} `changed-meanwhile` where the ticket has another attempt by now, or other writes kept coming first
 */
export async function acceptLink(
  ports: AcceptancePorts,
  acceptance: Acceptance,
  claimed: Claimed,
): Promise<Verification> {
  const { store } = ports;
  let records = await readAcceptanceRecords(ports, acceptance, claimed, () =>
    createUnclaimed(store, acceptance),
  );
  const verification = await retryOnConflict(async () => {
    const accepted = await acceptOnce(ports, acceptance, records);
    if (!accepted) {
      const claims = await loadClaims(store, acceptance);
      records = await readAcceptanceRecords(ports, acceptance, claims, () => undefined);
    }
    return accepted;
  });
  await queueAndReport(ports, verification);
  return verification;
}

async function acceptOnce(
  ports: AcceptancePorts,
  acceptance: Acceptance,
  records: AcceptanceRecords,
): Promise<Verification | undefined> {
  const { store, announcer } = ports;
  const { link, interviewId } = acceptance;
  const { session } = records;
  if (!session) return undefined;
  if (isClaimed(session.value)) throw new AppError('changed-meanwhile');
  const itsLink = { ...link, knownIdentity: records.knownIdentity };
  const facts = claimFacts(await openFacts(ports.pseudonyms, session.value), link);
  const verification = { interviewId, link: itsLink, facts, upkeep: { rev: 0 } };
  const changes = [
    store.verifications.change(session, verification),
    store.tickets.change(records.ticket, linkedTicket(records.ticket.value, acceptance)),
    store.employees.change(records.employee, linkedEmployee(records.employee.value, acceptance)),
    ...replacement(ports, records.older),
  ];
  // A panel that reads too early sees that a link is being sent, and asks again soon.
  const [isSaved] = await settleBoth(store.commit(changes), announcer.changed(link.issue.id));
  return isSaved ? verification : undefined;
}

// The outcome of an older link may have moved the issue since its status was read.
function linkedTicket(ticket: Ticket, { interviewId, status }: Acceptance): Ticket {
  const { attempt: _, ...rest } = ticket;
  const isNewer = ticket.seen !== undefined && ticket.seen.seenAt >= status.seenAt;
  return { ...rest, current: interviewId, seen: isNewer ? ticket.seen : status };
}

/** More than go out to one employee while the index lags, which is for seconds. */
const RECENT_LINKS = 20;

function linkedEmployee(employee: Employee, { attemptId, interviewId, link }: Acceptance): Employee {
  const { issue, requestedAt: sentAt, expiresAt: endsAt } = link;
  return {
    ...employee,
    latest: interviewId,
    recent: [interviewId, ...(employee.recent ?? [])].slice(0, RECENT_LINKS),
    live: { attemptId, issue, interviewId, sentAt, endsAt },
  };
}

function replacement({ store, clock }: AcceptancePorts, older: Stored<SessionRecord> | undefined): Change[] {
  if (!older || !isClaimed(older.value) || older.value.facts.replaced) return [];
  const replaced = { at: clock.now(), rev: older.rev + 1 };
  const value = { ...older.value, facts: { ...older.value.facts, replaced } };
  return [store.verifications.change(older, value)];
}

// Best effort: housekeeping finds in the record what could not be queued here.
async function queueAndReport(
  { store, queue, health, clock }: AcceptancePorts,
  verification: Verification,
): Promise<void> {
  const { issue } = verification.link;
  const now = clock.now();
  const hasNews = isOutcome(fold(verification, now).state);
  await Promise.all([
    hasNews ? queue.push([issue.id]).catch(() => undefined) : undefined,
    keepIdentityInLine(store, verification, now).catch(() => undefined),
    ...problemsOfFacts(verification, now).map((problem) => health.report(problem)),
  ]);
}
