import { AppError } from './app-error';
import { isSettled } from './ticket-update';
import { applyEvent, newVerification, supersede } from './verification';
import type { Employee } from './employee';
import type { Announcer, Change, Clock, Pseudonyms, Store, Stored, UpdateQueue } from './ports';
import type { SeenStatus, Ticket } from './ticket';
import type { AcceptedLink, EarlyEvents, Verification } from './verification';

export interface AcceptancePorts {
  store: Store;
  pseudonyms: Pseudonyms;
  queue: UpdateQueue;
  announcer: Announcer;
  clock: Clock;
}

const TRIES = 5;

/**
 * Records a link that Incode accepted, in one write with what it replaces. Events that overtook this save are merged.
 * @throws {AppError} `changed-meanwhile` where the attempt is no longer the ticket's, or others kept writing.
 */
export async function acceptLink(
  ports: AcceptancePorts,
  attemptId: string,
  status: SeenStatus,
  link: AcceptedLink,
): Promise<Verification> {
  const { verifications } = ports.store;
  let claim = await verifications.create(link.interviewId, emptyClaim(link));
  for (let tries = 0; tries < TRIES; tries++) {
    claim ??= await verifications.load(link.interviewId);
    if (claim?.value.kind !== 'early-events') break;
    const { ticket, employee } = await loadClaims(ports, attemptId, link);
    const knownIdentityId = employee.value.identityId;
    const verification = await merge(ports, newVerification({ ...link, knownIdentityId }), claim.value);
    const isSaved = await ports.store.commit([
      verifications.change(claim, verification),
      ports.store.tickets.change(ticket, linkedTicket(ticket, link, status)),
      ports.store.employees.change(employee, linkedEmployee(employee, attemptId, link)),
      ...(await replacement(ports, ticket)),
    ]);
    if (isSaved) {
      await spread(ports, verification);
      return verification;
    }
    claim = undefined;
  }
  throw new AppError('changed-meanwhile');
}

function emptyClaim({ interviewId, requestedAt }: AcceptedLink): EarlyEvents {
  return { kind: 'early-events', interviewId, firstAt: requestedAt, events: [] };
}

async function merge(ports: AcceptancePorts, verification: Verification, { events }: EarlyEvents) {
  let merged = verification;
  for (const { type, at, sealed } of events) {
    const { loginHint, identityId } = await ports.pseudonyms.open(sealed);
    merged = applyEvent(merged, { interviewId: verification.interviewId, type, at, loginHint, identityId });
  }
  return merged;
}

/** Ticket and employee, as long as both still are this attempt's. */
async function loadClaims({ store }: AcceptancePorts, attemptId: string, link: AcceptedLink) {
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
function linkedTicket({ value }: Stored<Ticket>, { interviewId }: AcceptedLink, status: SeenStatus): Ticket {
  const { sends, movedAt } = value;
  const statusId = movedAt !== undefined && movedAt >= status.seenAt ? value.statusId : status.id;
  return { current: interviewId, sends, statusId, movedAt };
}

function linkedEmployee({ value }: Stored<Employee>, attemptId: string, link: AcceptedLink): Employee {
  const { interviewId, issue, requestedAt, expiresAt } = link;
  return { ...value, live: { attemptId, issue, interviewId, sentAt: requestedAt, endsAt: expiresAt } };
}

async function replacement({ store, clock }: AcceptancePorts, { value }: Stored<Ticket>): Promise<Change[]> {
  const older = value.current ? await store.verifications.load(value.current) : undefined;
  if (older?.value.kind !== 'verification') return [];
  const replaced = supersede(older.value, clock.now());
  return replaced === older.value ? [] : [store.verifications.change(older, replaced)];
}

// What could not be pushed is due in the record, and housekeeping drives it again.
async function spread(ports: AcceptancePorts, verification: Verification): Promise<void> {
  const hasNews = verification.updates.some((update) => !isSettled(update));
  await Promise.all([
    hasNews ? ports.queue.push([verification.interviewId]).catch(() => undefined) : undefined,
    ports.announcer.changed(verification.issue.id),
  ]);
}
