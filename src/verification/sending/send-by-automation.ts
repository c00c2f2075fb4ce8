import { AppError, toAppError } from '../app-error';
import { fold } from '../session/fold';
import { isLive } from '../session/state';
import { isVerification } from '../store';
import { attemptState } from '../ticket/ticket';
import { sendingInProgress } from './claim-sending';
import { reportFailure, sendLink } from './send-link';
import type { Verification } from '../session/session-record';
import type { Attempt } from '../ticket/ticket';
import type { SendLink } from './link-request';
import type { SendingPorts } from './ports';
import type { SendReading } from './send-link';

/** Counts the links that all rules of an installation send. */
export interface AutomationSends {
  /** Counts one more, whatever becomes of it. Throws `limit-reached`, `storage-unavailable`. */
  count(now: number, most: number): Promise<void>;
}

export interface AutomationPorts extends SendingPorts {
  automationSends: AutomationSends;
  /** Waits for so many milliseconds. */
  pause(ms: number): Promise<void>;
}

export interface AutomationRun {
  command: SendLink;
  /** What was read for it just before. */
  reading: SendReading;
  /** When the run began, in epoch milliseconds. */
  startedAt: number;
  /** How many links all rules may send within 24 hours. */
  most: number;
}

/** `sent`: by this run, or by another one of the same moment. `already-out`: an earlier link is still live. */
export type AutomationOutcome =
  { kind: 'sent'; verification: Verification } | { kind: 'already-out'; endsAt: number };

/**
 * Has Incode send a link because a rule of Automation says so. It never replaces a link that is live or being sent. Of
 * two runs at the same moment one sends, and both get its link.
 * @throws {AppError} as `sendLink` does; `sending-in-progress` where an agent is sending
 */
export async function sendByAutomation(
  ports: AutomationPorts,
  { command, reading, startedAt, most }: AutomationRun,
): Promise<AutomationOutcome> {
  const { ticket, current } = reading.records;
  const { clock } = ports;
  const live =
    isVerification(current) && isLive(fold(current.value, clock.now()).state) ? current.value : undefined;
  if (live && !isOfThisMoment(live, startedAt)) return { kind: 'already-out', endsAt: live.link.expiresAt };
  if (live) return { kind: 'sent', verification: live };
  const { attempt } = ticket.value;
  const isSending = attempt && attemptState(attempt, clock.now()) === 'sending';
  const verification = isSending
    ? await otherRunsLink(ports, command.issue.id, startedAt)
    : await send(ports, command, reading, { startedAt, most });
  return { kind: 'sent', verification };
}

// What was read makes the write conditional, so that a link which was accepted since is not replaced.
async function send(
  ports: AutomationPorts,
  command: SendLink,
  reading: SendReading,
  { startedAt, most }: Pick<AutomationRun, 'startedAt' | 'most'>,
): Promise<Verification> {
  const { clock, automationSends } = ports;
  await reportFailure(ports, command.issue, () => automationSends.count(clock.now(), most));
  try {
    return await sendLink(ports, { ...command, isByAutomation: true }, reading);
  } catch (error) {
    if (toAppError(error).code !== 'sending-in-progress') throw error;
    return otherRunsLink(ports, command.issue.id, startedAt);
  }
}

const PAUSE_MS = 300;
/** What is left for the answer, when there is no more time to wait. */
const NEEDED_MS = 2000;

/**
 * The link that another run is sending, once Incode has accepted it.
 * @throws {AppError} `sending-in-progress` where no run is, or not in time; what became of that run where it sent none
 */
async function otherRunsLink(
  ports: AutomationPorts,
  issueId: string,
  startedAt: number,
): Promise<Verification> {
  const { store, deadline } = ports;
  const load = async () => (await store.tickets.load(issueId))?.value;
  let ticket = await load();
  let other: Attempt | undefined;
  while (isRunSending(ticket?.attempt, ports)) {
    if (deadline.msLeft() < NEEDED_MS) throw sendingInProgress();
    other = ticket?.attempt;
    await ports.pause(PAUSE_MS);
    ticket = await load();
  }
  const record = ticket?.current === undefined ? undefined : await store.verifications.load(ticket.current);
  if (isVerification(record) && isOfThisMoment(record.value, startedAt)) return record.value;
  throw endOf(other, ticket?.attempt);
}

function isRunSending(attempt: Attempt | undefined, { clock }: AutomationPorts): boolean {
  return attempt?.isByAutomation === true && attemptState(attempt, clock.now()) === 'sending';
}

/** Why the other run sent no link, as far as is known. */
function endOf(other: Attempt | undefined, { id, end }: Partial<Attempt> = {}): AppError {
  if (!other || other.id !== id || !end) return sendingInProgress();
  return new AppError(end.kind === 'not-sent' ? end.code : 'in-doubt');
}

/** Whether a rule sent it after this run began. */
function isOfThisMoment({ link }: Verification, startedAt: number): boolean {
  return link.isByAutomation === true && link.requestedAt >= startedAt;
}
