import { AppError, toAppError } from '../app-error';
import { rememberAccount } from '../remember-account';
import { comparableEmail } from '../session/email-address';
import { problemOfSending } from '../ticket/problems';
import { acceptLink } from './accept-link';
import { claimSending } from './claim-sending';
import { endClaim } from './end-claim';
import { checkDestination, linkOf, toLinkRequest } from './link-request';
import { readRecords } from './sending-records';
import type { IssueRef, Subject, Verification } from '../session/session-record';
import type { SendLink } from './link-request';
import type { Deadline, SendingPolicy, SendingPorts } from './ports';
import type { SendingRecords } from './sending-records';

/** What was read before a send. */
export interface SendReading {
  policy: SendingPolicy;
  employeeKey: string;
  records: SendingRecords;
}

/** Incode has 12 s to answer; the rest is for recording the answer. */
const NEEDED_MS = 14_000;

/** Reads all that a send needs, and changes nothing. Throws `not-configured`, `storage-unavailable`. */
export async function readForSending(
  { policies, pseudonyms, store, clock }: SendingPorts,
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
 * @throws {AppError} `not-configured`; `objected` until an administrator releases the request; `sending-in-progress`; `live-elsewhere` with `endsAt`, `issueId`, `issueKey`;
 *   `limit-reached`, `cooling-down`, `destination-not-allowed`, `invalid-input` where a reason is asked for;
 *   `in-doubt` where a link may have gone out unrecorded; any other code where none has. The older link then stays alive.
 */
export async function sendLink(
  ports: SendingPorts,
  command: SendLink,
  reading?: SendReading,
): Promise<Verification> {
  const { issue, subject, requestedBy } = command;
  return reportFailure(ports, issue, async () => {
    const start = reading ?? (await readForSending(ports, { issue, email: subject.email, requestedBy }));
    return send(ports, command, start);
  });
}

/** Tells administrators where a part of sending fails for a reason that agents cannot handle. Throws what it throws. */
export async function reportFailure<T>(
  { health, clock }: SendingPorts,
  issue: IssueRef,
  act: () => Promise<T>,
): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const problem = problemOfSending(issue, toAppError(error), clock.now());
    if (problem) await health.report(problem);
    throw error;
  }
}

async function send(
  ports: SendingPorts,
  command: SendLink,
  { policy, employeeKey, records }: SendReading,
): Promise<Verification> {
  const { ids, clock, store } = ports;
  const { issue, delivery, requestedBy: by, isByAutomation, status, needs } = command;
  checkDestination(delivery, policy);
  const attemptId = ids.next();
  const claim = { attemptId, issue, employeeKey, by, isByAutomation, startedAt: clock.now() };
  ports.announcer.getReady(issue.id);
  const signedIn = ports.links.signIn(policy);
  // Avoids an unhandled rejection: where the claim is refused, nobody reads this promise.
  signedIn.catch(() => undefined);
  const remembered = rememberReporter(ports, command.subject);
  const claimed = await claimSending(ports, claim, policy.limits, records);
  // While Incode is asked, the other agents see who is sending.
  const announced = ports.announcer.changed(issue.id);
  try {
    const requestLink = await signedIn;
    checkTime(ports.deadline);
    const { interviewId } = await requestLink(toLinkRequest(command, policy));
    const subject = await remembered;
    const link = linkOf({ ...command, subject }, policy, employeeKey, clock.now());
    const acceptance = { attemptId, interviewId, status, needs, link };
    return await acceptLink(ports, acceptance, claimed).catch(inDoubt);
  } catch (error) {
    const failure = toAppError(error);
    await endClaim(store, claim, failure);
    throw failure;
  } finally {
    await announced;
  }
}

/**
 * Remembers the reporter's account, since ids that are kept have to be reported to Atlassian. Where it cannot be
 * remembered, the subject goes without it. Never throws.
 */
async function rememberReporter({ store, clock }: SendingPorts, subject: Subject): Promise<Subject> {
  const { reporterAccountId: id, ...unnamed } = subject;
  if (id === undefined) return subject;
  try {
    await rememberAccount(store, id, clock.now());
    return subject;
  } catch {
    return unnamed;
  }
}

// If Incode is asked too late, no time may be left to record its answer.
function checkTime(deadline: Deadline): void {
  if (deadline.msLeft() < NEEDED_MS) throw new AppError('out-of-time', { isRetryable: true });
}

// The link is out, and nobody knows its session.
function inDoubt(cause: unknown): never {
  throw new AppError('in-doubt', { cause });
}
