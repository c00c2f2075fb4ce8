import { AppError, toAppError } from '../app-error';
import { comparableEmail, normalizeEmail } from '../session/email-address';
import { problemOfSending } from '../ticket/problems';
import { ATTEMPT_LIMIT_MS } from '../ticket/ticket';
import { acceptLink } from './accept-link';
import { claimSending, readRecords } from './claim-sending';
import { endClaim } from './end-claim';
import type { Delivery, IssueRef, Link, Subject, Verification } from '../session/session-record';
import type { SeenStatus } from '../ticket/ticket';
import type { SendingClaim, SendingReading, SendingRecords } from './claim-sending';
import type { Deadline, LinkRequest, SendingPolicy, SendLinkPorts } from './ports';

export interface SendLink {
  issue: IssueRef;
  /** The status the issue has. */
  status: SeenStatus;
  subject: Subject;
  delivery: Delivery;
  /** Phone number in E.164 form, or e-mail address; goes to Incode and is not kept. */
  destination: string;
  requestedBy: string;
}

/** What sending starts from. */
export interface SendReading {
  policy: SendingPolicy;
  employeeKey: string;
  records: SendingReading;
}

/** Incode has 12 s to answer, and what it answers has to be recorded. */
const NEEDED_MS = 14_000;

/**
 * Reads all that sending starts from, and changes nothing.
 * @throws {AppError} `not-configured`, `storage-unavailable`
 */
export async function readForSending(
  { policies, pseudonyms, store, clock }: SendLinkPorts,
  { issue, email, requestedBy: by }: { issue: IssueRef; email: string; requestedBy: string },
): Promise<SendReading> {
  const key = pseudonyms.employeeKey(comparableEmail(email));
  const [policy, employeeKey, records] = await Promise.all([
    policies.sending(),
    key,
    readRecords(store, { issue, by, employeeKey: key, startedAt: clock.now() }),
  ]);
  return { policy, employeeKey, records };
}

/**
 * Has Incode send a verification link for an issue and records the verification, replacing an older one.
 * @param reading what was read for it just before
 * @throws {AppError} `not-configured`; `sending-in-progress`; `live-elsewhere` with `endsAt`, `issueId`, `issueKey`;
 *   `limit-reached`, `cooling-down`, `destination-not-allowed`, `invalid-input` where a reason is asked for;
 *   `in-doubt` where a link may have gone out unrecorded; any other code where none has. The older link then stays alive.
 */
export async function sendLink(
  ports: SendLinkPorts,
  command: SendLink,
  reading?: SendReading,
): Promise<Verification> {
  const { issue, subject, requestedBy } = command;
  try {
    const start = reading ?? (await readForSending(ports, { issue, email: subject.email, requestedBy }));
    return await send(ports, command, start);
  } catch (error) {
    const problem = problemOfSending(issue, toAppError(error), ports.clock.now());
    if (problem) await ports.health.report(problem);
    throw error;
  }
}

async function send(ports: SendLinkPorts, command: SendLink, reading: SendReading): Promise<Verification> {
  const { policy, records } = reading;
  checkDestination(command.delivery, policy);
  const claim = claimOf(ports, command, reading);
  ports.announcer.getReady(command.issue.id);
  const signedIn = ports.links.signIn(policy);
  // Avoids an unhandled rejection: where the claim is refused, nobody reads this promise.
  signedIn.catch(() => undefined);
  const claimed = await claimSending(ports, claim, policy.limits, records);
  try {
    const requestLink = await signedIn;
    checkTime(ports.deadline);
    const { interviewId } = await requestLink(toLinkRequest(command, policy));
    return await accept(ports, command, policy, { interviewId, claim, claimed });
  } catch (error) {
    const failure = toAppError(error);
    await endClaim(ports.store, claim, failure);
    throw failure;
  }
}

// What is asked too late may have an answer that nobody can record.
function checkTime(deadline: Deadline): void {
  if (deadline.msLeft() < NEEDED_MS) throw new AppError('out-of-time', { isRetryable: true });
}

function claimOf(
  { ids, clock }: SendLinkPorts,
  { issue, requestedBy: by }: SendLink,
  { employeeKey }: SendReading,
): SendingClaim {
  const startedAt = clock.now();
  return { attemptId: ids.next(), issue, employeeKey, by, startedAt, endsAt: startedAt + ATTEMPT_LIMIT_MS };
}

function toLinkRequest(
  { subject, delivery, destination }: SendLink,
  { integrationReference, linkValidityMinutes }: SendingPolicy,
): LinkRequest {
  return {
    integrationReference,
    linkValidityMinutes,
    email: normalizeEmail(subject.email),
    method: delivery.method,
    destination,
  };
}

async function accept(
  ports: SendLinkPorts,
  command: SendLink,
  policy: SendingPolicy,
  { interviewId, claim, claimed }: { interviewId: string; claim: SendingClaim; claimed: SendingRecords },
): Promise<Verification> {
  const link = linkOf(command, policy, claim.employeeKey, ports.clock.now());
  try {
    const acceptance = { attemptId: claim.attemptId, interviewId, status: command.status, link };
    return await acceptLink(ports, acceptance, claimed);
  } catch (cause) {
    throw new AppError('in-doubt', { cause });
  }
}

function linkOf(
  { issue, subject, delivery, requestedBy }: SendLink,
  policy: SendingPolicy,
  employee: string,
  now: number,
): Link {
  return {
    issue,
    environment: policy.environment,
    settingsRevision: policy.settingsRevision,
    subject: { ...subject, email: normalizeEmail(subject.email) },
    employee,
    delivery,
    requestedBy,
    onIdentityChange: policy.identityChange,
    onMissingIdentity: policy.missingIdentity,
    requestedAt: now,
    expiresAt: now + policy.linkValidityMinutes * 60_000,
  };
}

function checkDestination({ source, reason }: Delivery, { typedDestinations }: SendingPolicy): void {
  if (source !== 'typed' || typedDestinations === 'allowed') return;
  if (typedDestinations === 'not-allowed') throw new AppError('destination-not-allowed');
  if (!reason) throw new AppError('invalid-input', { fields: { reason: 'required' } });
}
