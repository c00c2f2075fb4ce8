import { AppError } from '../app-error';
import { keepIdentityInLine, knownIdentity } from '../identity-memory';
import { retryOnConflict } from '../retry-on-conflict';
import { claimFacts } from '../session/add-event';
import { openFacts } from '../session-facts';
import { fold } from '../session/fold';
import { isOutcome } from '../session/outcome';
import { isClaimed } from '../session/session-record';
import { settleBoth } from '../settle-both';
import { problemsOfFacts } from '../ticket/problems';
import type { Link, SessionRecord, UnclaimedSession, Verification } from '../session/session-record';
import type { Change, Store, Stored } from '../store';
import type { SeenStatus, Ticket } from '../ticket/ticket';
import type { SendingRecords } from './claim-sending';
import type { Employee } from './employee';
import type { AcceptancePorts } from './ports';

/** A link that Incode accepted: by which attempt, and which status the issue had then. */
export interface Acceptance {
  attemptId: string;
  interviewId: string;
  status: SeenStatus;
  link: Link;
}

/** Ticket and employee, which the attempt has claimed. */
type Claimed = Pick<SendingRecords, 'ticket' | 'employee'>;

/** All that the link is accepted on top of. */
interface Ground extends Claimed {
  session: Stored<SessionRecord> | undefined;
  older: Stored<SessionRecord> | undefined;
  knownIdentity: string | undefined;
}

/**
 * Records a link that Incode accepted, in one write with what it replaces. Facts that overtook this save are kept.
 * @param claimed ticket and employee as the attempt has written them
 * @throws {AppError} `changed-meanwhile` where the attempt is no longer the ticket's, or others kept writing.
 */
export async function acceptLink(
  ports: AcceptancePorts,
  acceptance: Acceptance,
  claimed: Claimed,
): Promise<Verification> {
  const { store } = ports;
  let ground = await readGround(ports, acceptance, claimed, () => createUnclaimed(store, acceptance));
  const verification = await retryOnConflict(async () => {
    const accepted = await acceptOnce(ports, acceptance, ground);
    if (!accepted) {
      const claims = await loadClaims(store, acceptance);
      ground = await readGround(ports, acceptance, claims, () => undefined);
    }
    return accepted;
  });
  await spread(ports, verification);
  return verification;
}

async function acceptOnce(
  ports: AcceptancePorts,
  acceptance: Acceptance,
  ground: Ground,
): Promise<Verification | undefined> {
  const { store, announcer } = ports;
  const { link, interviewId } = acceptance;
  const { session } = ground;
  if (!session) return undefined;
  if (isClaimed(session.value)) throw new AppError('changed-meanwhile');
  const itsLink = { ...link, knownIdentity: ground.knownIdentity };
  const facts = claimFacts(await openFacts(ports.pseudonyms, session.value), link);
  const verification = { interviewId, link: itsLink, facts, upkeep: { rev: 0 } };
  const changes = [
    store.verifications.change(session, verification),
    store.tickets.change(ground.ticket, linkedTicket(ground.ticket.value, acceptance)),
    store.employees.change(ground.employee, linkedEmployee(ground.employee.value, acceptance)),
    ...replacement(ports, ground.older),
  ];
  // A panel that reads before it is written sees that a link is being sent, and asks again soon.
  const [isSaved] = await settleBoth(store.commit(changes), announcer.changed(link.issue.id));
  return isSaved ? verification : undefined;
}

async function createUnclaimed(
  { verifications }: Store,
  { interviewId, link }: Acceptance,
): Promise<Stored<SessionRecord> | undefined> {
  const record: UnclaimedSession = { interviewId, firstAt: link.requestedAt };
  return verifications.create(interviewId, record);
}

/** Reads what the link is accepted on top of; `session`: makes its record, where that may not be there. */
async function readGround(
  { store, clock }: AcceptancePorts,
  { interviewId, link }: Acceptance,
  claimed: Claimed,
  session: () => Promise<Stored<SessionRecord> | undefined> | undefined,
): Promise<Ground> {
  const { current } = claimed.ticket.value;
  const { latest } = claimed.employee.value;
  const load = (id: string | undefined) =>
    id === undefined ? Promise.resolve(undefined) : store.verifications.load(id);
  const older = load(current);
  const latestSession = latest === current ? older : load(latest);
  const [itsSession, itsOlder, known] = await Promise.all([
    Promise.resolve(session()).then((made) => made ?? load(interviewId)),
    older,
    knownIdentity(
      store,
      link,
      latestSession.then((stored) => stored?.value),
      clock.now(),
    ),
  ]);
  return { ...claimed, session: itsSession, older: itsOlder, knownIdentity: known };
}

/** Ticket and employee, as long as both still are this attempt's. */
async function loadClaims(store: Store, { attemptId, link }: Acceptance): Promise<Claimed> {
  const [ticket, employee] = await Promise.all([
    store.tickets.load(link.issue.id),
    store.employees.load(link.employee),
  ]);
  if (ticket?.value.attempt?.id !== attemptId || employee?.value.live?.attemptId !== attemptId) {
    throw new AppError('changed-meanwhile');
  }
  return { ticket, employee };
}

// An older link's outcome may have moved the issue after its status was read.
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

// What could not be pushed is due in the record, and housekeeping drives it on.
async function spread(
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
