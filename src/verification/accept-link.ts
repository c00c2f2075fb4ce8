import { AppError } from './app-error';
import { bothDone } from './both-done';
import { problemOfHint } from './problems';
import { isSettled } from './ticket-update';
import { applyEvent, newVerification, supersede } from './verification';
import type { Claimed } from './claim-sending';
import type { Employee } from './employee';
import type { Announcer, Change, Clock, Health, Pseudonyms, Store, Stored, UpdateQueue } from './ports';
import type { SessionEvent } from './session-event';
import type { SeenStatus, Ticket } from './ticket';
import type { AcceptedLink, EarlyEvents, SessionRecord, Verification } from './verification';

export interface AcceptancePorts {
  store: Store;
  pseudonyms: Pseudonyms;
  queue: UpdateQueue;
  announcer: Announcer;
  health: Health;
  clock: Clock;
}

/** A link that Incode accepted: by which attempt, and which status the issue had then. */
export interface Acceptance {
  attemptId: string;
  status: SeenStatus;
  link: AcceptedLink;
}

const TRIES = 5;

/**
 * Records a link that Incode accepted, in one write with what it replaces. Events that overtook this save are merged.
 * @param claimed ticket and employee as the attempt has written them
 * @throws {AppError} `changed-meanwhile` where the attempt is no longer the ticket's, or others kept writing.
 */
export async function acceptLink(
  ports: AcceptancePorts,
  acceptance: Acceptance,
  claimed: Claimed,
): Promise<Verification> {
  const { verifications } = ports.store;
  const { link } = acceptance;
  let claims = claimed;
  let [record, older] = await Promise.all([
    verifications.create(link.interviewId, emptyClaim(link)),
    loadOlder(ports, claims),
  ]);
  for (let tries = 0; tries < TRIES; tries++) {
    record ??= await verifications.load(link.interviewId);
    if (record?.value.kind !== 'early-events') break;
    const events = await opened(ports, record.value);
    const verification = merged(newVerification(withIdentity(link, claims)), events);
    const changes = [
      verifications.change(record, verification),
      ...claimChanges(ports, acceptance, claims),
      ...replacement(ports, older),
    ];
    // Whoever reads before it is written sees that a link is being sent, and asks again soon.
    const announcing = ports.announcer.changed(link.issue.id);
    const [isSaved] = await bothDone(ports.store.commit(changes), announcing);
    if (isSaved) {
      await spread(ports, verification, events);
      return verification;
    }
    record = undefined;
    claims = await loadClaims(ports, acceptance);
    older = await loadOlder(ports, claims);
  }
  throw new AppError('changed-meanwhile');
}

function emptyClaim({ interviewId, requestedAt }: AcceptedLink): EarlyEvents {
  return { kind: 'early-events', interviewId, firstAt: requestedAt, events: [] };
}

function withIdentity(link: AcceptedLink, { employee }: Claimed): AcceptedLink {
  return { ...link, knownIdentityId: employee.value.identityId };
}

/** What happened to the session before we knew that it is ours. */
function opened(
  { pseudonyms }: AcceptancePorts,
  { interviewId, events }: EarlyEvents,
): Promise<SessionEvent[]> {
  return Promise.all(
    events.map(async ({ type, at, sealed }) => {
      const { loginHint, identityId } = await pseudonyms.open(sealed);
      return { interviewId, type, at, loginHint, identityId };
    }),
  );
}

function merged(verification: Verification, events: SessionEvent[]): Verification {
  return events.reduce(applyEvent, verification);
}

/** Ticket and employee, as long as both still are this attempt's. */
async function loadClaims({ store }: AcceptancePorts, { attemptId, link }: Acceptance): Promise<Claimed> {
  const [ticket, employee] = await Promise.all([
    store.tickets.load(link.issue.id),
    store.employees.load(link.employee),
  ]);
  if (ticket?.value.attempt?.id !== attemptId || employee?.value.live?.attemptId !== attemptId) {
    throw new AppError('changed-meanwhile');
  }
  return { ticket, employee };
}

function claimChanges(
  { store }: AcceptancePorts,
  { attemptId, status, link }: Acceptance,
  { ticket, employee }: Claimed,
): Change[] {
  return [
    store.tickets.change(ticket, linkedTicket(ticket, link, status)),
    store.employees.change(employee, linkedEmployee(employee, attemptId, link)),
  ];
}

// An older link's outcome may have moved the issue after its status was read.
function linkedTicket({ value }: Stored<Ticket>, { interviewId }: AcceptedLink, status: SeenStatus): Ticket {
  const { sends, movedAt } = value;
  const statusId = movedAt !== undefined && movedAt >= status.seenAt ? value.statusId : status.id;
  return { current: interviewId, sends, statusId, movedAt };
}

function linkedEmployee({ value }: Stored<Employee>, attemptId: string, link: AcceptedLink): Employee {
  const { interviewId, issue, requestedAt, expiresAt } = link;
  return { ...value, live: { attemptId, issue, interviewId, sentAt: requestedAt, endsAt: expiresAt } };
}

async function loadOlder(
  { store }: AcceptancePorts,
  { ticket }: Claimed,
): Promise<Stored<SessionRecord> | undefined> {
  return ticket.value.current === undefined ? undefined : store.verifications.load(ticket.value.current);
}

function replacement({ store, clock }: AcceptancePorts, older: Stored<SessionRecord> | undefined): Change[] {
  if (older?.value.kind !== 'verification') return [];
  const replaced = supersede(older.value, clock.now());
  return replaced === older.value ? [] : [store.verifications.change(older, replaced)];
}

// What could not be pushed is due in the record, and housekeeping drives it again.
async function spread(
  { queue, health }: AcceptancePorts,
  { interviewId, issue, updates }: Verification,
  events: SessionEvent[],
): Promise<void> {
  const hasNews = updates.some((update) => !isSettled(update));
  const problems = events.flatMap((event) => problemOfHint(issue, event));
  await Promise.all([
    hasNews ? queue.push([interviewId]).catch(() => undefined) : undefined,
    ...problems.slice(0, 1).map((problem) => health.report(problem)),
  ]);
}
