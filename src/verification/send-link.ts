import { AppError, toAppError } from './app-error';
import { attemptState, ATTEMPT_LIMIT_MS } from './ticket';
import { bothDone } from './both-done';
import { acceptLink } from './accept-link';
import { claimEmployee, releaseEmployee } from './claim-employee';
import { countSend, uncountSend } from './limits';
import { problemOfSending } from './problems';
import { normalizeEmail } from './verification';
import type { Account } from './account';
import type { AcceptancePorts } from './accept-link';
import type { Health, Ids, Policies, SendingPolicy, Stored, VerificationLinks } from './ports';
import type { Attempt, SeenStatus, Ticket } from './ticket';
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
  health: Health;
}

/**
 * Has Incode send a verification link for an issue and records the verification, replacing an older one.
 * @throws {AppError} `not-configured`; `sending-in-progress`; `live-elsewhere` with `endsAt`, `issueId`, `issueKey`;
 *   `limit-reached`, `cooling-down`, `destination-not-allowed`, `invalid-input` where a reason is asked for;
 *   `in-doubt` where a link may have gone out unrecorded; any other code where none has. The older link then stays alive.
 */
export async function sendLink(ports: SendLinkPorts, command: SendLink): Promise<Verification> {
  try {
    return await send(ports, command);
  } catch (error) {
    const problem = problemOfSending(command.issue, toAppError(error), ports.clock.now());
    if (problem) await ports.health.report(problem);
    throw error;
  }
}

async function send(ports: SendLinkPorts, command: SendLink): Promise<Verification> {
  const email = normalizeEmail(command.subject.email);
  const [policy, employeeKey, ticket, agent] = await Promise.all([
    ports.policies.sending(),
    ports.pseudonyms.employeeKey(email),
    ports.store.tickets.load(command.issue.id),
    ports.store.accounts.load(command.requestedBy),
  ]);
  checkDestination(command.delivery, policy);
  const attempt = { id: ports.ids.next(), by: command.requestedBy, startedAt: ports.clock.now() };
  await beginAttempt(ports, command.issue.id, ticket, attempt, policy.limits.perTicket);
  const claim = {
    employeeKey,
    issue: command.issue,
    attemptId: attempt.id,
    startedAt: attempt.startedAt,
    endsAt: attempt.startedAt + ATTEMPT_LIMIT_MS,
  };
  try {
    await bothDone(
      claimEmployee(ports, claim, policy.limits),
      countForAgent(ports, agent, attempt, policy.limits.perAgent),
    );
    const { interviewId } = await ports.links.request(toLinkRequest(command, email, policy));
    return await accept(ports, command, policy, { interviewId, employeeKey, attempt });
  } catch (error) {
    const failure = toAppError(error);
    await endAttempt(ports, command.issue.id, attempt, failure);
    if (failure.code !== 'in-doubt') await releaseEmployee(ports, claim);
    throw failure;
  }
}

function toLinkRequest(command: SendLink, email: string, policy: SendingPolicy) {
  return {
    environment: policy.environment,
    credentialsVersion: policy.credentialsVersion,
    integrationReference: policy.integrationReference,
    linkValidityMinutes: policy.linkValidityMinutes,
    email,
    method: command.delivery.method,
    destination: command.destination,
  };
}

async function accept(
  ports: SendLinkPorts,
  command: SendLink,
  policy: SendingPolicy,
  sent: { interviewId: string; employeeKey: string; attempt: Attempt },
): Promise<Verification> {
  const now = ports.clock.now();
  try {
    return await acceptLink(ports, sent.attempt.id, command.status, {
      interviewId: sent.interviewId,
      issue: command.issue,
      environment: policy.environment,
      settingsRevision: policy.settingsRevision,
      subject: { ...command.subject, email: normalizeEmail(command.subject.email) },
      employee: sent.employeeKey,
      delivery: command.delivery,
      requestedBy: command.requestedBy,
      onIdentityChange: policy.identityChange,
      requestedAt: now,
      expiresAt: now + policy.linkValidityMinutes * 60_000,
    });
  } catch (cause) {
    throw new AppError('in-doubt', { cause });
  }
}

async function beginAttempt(
  ports: SendLinkPorts,
  issueId: string,
  ticket: Stored<Ticket> | undefined,
  attempt: Attempt,
  most: number,
): Promise<void> {
  const { tickets } = ports.store;
  const running = ticket?.value.attempt;
  if (running && attemptState(running, attempt.startedAt) === 'sending') {
    throw new AppError('sending-in-progress', { isRetryable: true });
  }
  const sends = countSend('ticket', ticket?.value.sends, most, attempt.startedAt);
  const isOurs = ticket
    ? await ports.store.commit([tickets.change(ticket, { ...ticket.value, attempt, sends })])
    : (await tickets.create(issueId, { attempt, sends })) !== undefined;
  if (!isOurs) throw new AppError('sending-in-progress', { isRetryable: true });
}

function checkDestination({ source, reason }: Delivery, { typedDestinations }: SendingPolicy): void {
  if (source !== 'typed' || typedDestinations === 'allowed') return;
  if (typedDestinations === 'not-allowed') throw new AppError('destination-not-allowed');
  if (!reason) throw new AppError('invalid-input', { fields: { reason: 'required' } });
}

// Agents' tries count even where nothing goes out: asking Incode who is enrolled is worth limiting, too.
async function countForAgent(
  { store }: SendLinkPorts,
  agent: Stored<Account> | undefined,
  { by, startedAt }: Attempt,
  most: number,
): Promise<void> {
  let known = agent;
  for (let tries = 0; tries < COUNTING_TRIES; tries++) {
    const sends = countSend('agent', known?.value.sends, most, startedAt);
    const isCounted = known
      ? await store.commit([store.accounts.change(known, { ...known.value, sends })])
      : (await store.accounts.create(by, { sends, reportedAt: startedAt })) !== undefined;
    if (isCounted) return;
    known = await store.accounts.load(by);
  }
  throw new AppError('changed-meanwhile', { isRetryable: true });
}

/** An agent who works on several tickets in the same moment meets nobody but themselves. */
const COUNTING_TRIES = 5;

// Best effort: an attempt whose end could not be written down is in doubt after a minute by itself.
async function endAttempt(ports: SendLinkPorts, issueId: string, attempt: Attempt, failure: AppError) {
  const end =
    failure.code === 'in-doubt'
      ? ({ kind: 'in-doubt' } as const)
      : ({ kind: 'not-sent', code: failure.code } as const);
  try {
    const ticket = await ports.store.tickets.load(issueId);
    if (ticket?.value.attempt?.id !== attempt.id) return;
    const sends =
      end.kind === 'in-doubt' ? ticket.value.sends : uncountSend(ticket.value.sends, attempt.startedAt);
    await ports.store.commit([
      ports.store.tickets.change(ticket, { ...ticket.value, sends, attempt: { ...attempt, end } }),
    ]);
  } catch {
    return;
  }
}
