import { AppError, toAppError } from './app-error';
import { acceptLink } from './accept-link';
import { claimSending, readConcerned } from './claim-sending';
import { endClaim } from './end-claim';
import { problemOfSending } from './problems';
import { ATTEMPT_LIMIT_MS } from './ticket';
import { normalizeEmail } from './verification';
import type { AcceptancePorts } from './accept-link';
import type { Claimed, Concerned, SendingClaim } from './claim-sending';
import type { Ids, LinkRequest, Policies, SendingPolicy, VerificationLinks } from './ports';
import type { SeenStatus } from './ticket';
import type { Delivery, IssueRef, Subject, Verification } from './verification';

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

export interface SendLinkPorts extends AcceptancePorts {
  links: VerificationLinks;
  policies: Policies;
  ids: Ids;
}

/** What sending starts from. */
export interface SendReading {
  policy: SendingPolicy;
  employeeKey: string;
  concerned: Concerned;
}

/**
 * Reads all that sending starts from, and changes nothing.
 * @throws {AppError} `not-configured`, `storage-unavailable`
 */
export async function readForSending(
  { policies, pseudonyms, store }: SendLinkPorts,
  { issue, subject, requestedBy: by }: Pick<SendLink, 'issue' | 'subject' | 'requestedBy'>,
): Promise<SendReading> {
  const key = pseudonyms.employeeKey(normalizeEmail(subject.email));
  const [policy, employeeKey, concerned] = await Promise.all([
    policies.sending(),
    key,
    readConcerned(store, { issue, by, employeeKey: key }),
  ]);
  return { policy, employeeKey, concerned };
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
  try {
    return await send(ports, command, reading ?? (await readForSending(ports, command)));
  } catch (error) {
    const problem = problemOfSending(command.issue, toAppError(error), ports.clock.now());
    if (problem) await ports.health.report(problem);
    throw error;
  }
}

async function send(ports: SendLinkPorts, command: SendLink, reading: SendReading): Promise<Verification> {
  const { policy, concerned } = reading;
  checkDestination(command.delivery, policy);
  const claim = claimOf(ports, command, reading);
  ports.announcer.getReady(command.issue.id);
  const signedIn = ports.links.signIn(policy);
  // Whether Incode lets us in matters to nobody whose claim is refused.
  signedIn.catch(() => undefined);
  const claimed = await claimSending(ports, claim, policy.limits, concerned);
  try {
    const requestLink = await signedIn;
    const { interviewId } = await requestLink(toLinkRequest(command, policy));
    return await accept(ports, command, policy, { interviewId, claim, claimed });
  } catch (error) {
    const failure = toAppError(error);
    await endClaim(ports.store, claim, failure);
    throw failure;
  }
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
  { interviewId, claim, claimed }: { interviewId: string; claim: SendingClaim; claimed: Claimed },
): Promise<Verification> {
  const now = ports.clock.now();
  const { issue, subject, delivery, requestedBy, status } = command;
  const link = {
    interviewId,
    issue,
    environment: policy.environment,
    settingsRevision: policy.settingsRevision,
    subject: { ...subject, email: normalizeEmail(subject.email) },
    employee: claim.employeeKey,
    delivery,
    requestedBy,
    onIdentityChange: policy.identityChange,
    requestedAt: now,
    expiresAt: now + policy.linkValidityMinutes * 60_000,
  };
  try {
    return await acceptLink(ports, { attemptId: claim.attemptId, status, link }, claimed);
  } catch (cause) {
    throw new AppError('in-doubt', { cause });
  }
}

function checkDestination({ source, reason }: Delivery, { typedDestinations }: SendingPolicy): void {
  if (source !== 'typed' || typedDestinations === 'allowed') return;
  if (typedDestinations === 'not-allowed') throw new AppError('destination-not-allowed');
  if (!reason) throw new AppError('invalid-input', { fields: { reason: 'required' } });
}
