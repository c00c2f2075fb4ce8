import { AppError } from '../app-error';
import { retryOnConflict } from '../retry-on-conflict';
import { fold } from '../session/fold';
import { isLive } from '../session/state';
import { isVerification } from '../store';
import { ATTEMPT_LIMIT_MS, attemptState } from '../ticket/ticket';
import { countSend } from './limits';
import { readRecords, writeClaim } from './sending-records';
import type { SessionRecord } from '../session/session-record';
import type { Stored } from '../store';
import type { Ticket } from '../ticket/ticket';
import type { Employee, LiveLink } from './employee';
import type { SendingLimits } from './limits';
import type { SendingPorts } from './ports';
import type { Claimed, SendingClaim, SendingRecords } from './sending-records';

/**
 * Makes this attempt the only one of its issue and of its employee, and counts it, in one write.
 * @param known the records as they were read when the agent asked
 * @throws {AppError} `objected`; `sending-in-progress`; `live-elsewhere` where another issue has a link out for the employee;
 *   `cooling-down` with `endsAt`; `limit-reached`; `changed-meanwhile`; `storage-unavailable`. Nothing is claimed then.
 */
export async function claimSending(
  ports: SendingPorts,
  claim: SendingClaim,
  limits: SendingLimits,
  known: SendingRecords,
): Promise<Claimed> {
  const { store } = ports;
  let records = known;
  return retryOnConflict(async () => {
    const claimed = await writeClaim(store, records, await claimedValues(ports, claim, limits, records));
    if (claimed) return claimed;
    records = await readRecords(store, claim);
    refuseOvertaken(known.ticket.value, records.ticket.value, claim);
    return undefined;
  });
}

export function sendingInProgress(): AppError {
  return new AppError('sending-in-progress', { isRetryable: true });
}

// Another agent may have sent a link since this one was asked for. Ours must not replace it.
function refuseOvertaken(before: Ticket, now: Ticket, { startedAt }: SendingClaim): void {
  const { attempt } = now;
  const isOtherAttempt = attempt !== undefined && attempt.id !== before.attempt?.id;
  const hasOtherAttempt = isOtherAttempt && attemptState(attempt, startedAt) !== 'not-sent';
  if (now.current !== before.current || hasOtherAttempt) throw sendingInProgress();
}

async function claimedValues(
  ports: SendingPorts,
  claim: SendingClaim,
  limits: SendingLimits,
  { ticket, employee, agent, current }: SendingRecords,
) {
  const { attemptId: id, startedAt } = claim;
  const { attempt, objection } = ticket.value;
  if (objection) throw new AppError('objected');
  if (attempt && attemptState(attempt, startedAt) === 'sending') throw sendingInProgress();
  const older = await openLink(ports, employee.value, current);
  if (older) refuseWhileOpen(older, claim, limits.coolDownSeconds);
  return {
    ticket: {
      ...ticket.value,
      askedAt: startedAt,
      sends: countSend('ticket', ticket.value.sends, limits.perTicket, startedAt),
      attempt: { id, startedAt, by: claim.by, ...(claim.isByAutomation && { isByAutomation: true }) },
    },
    employee: {
      ...employee.value,
      askedAt: startedAt,
      sends: countSend('employee', employee.value.sends, limits.perEmployee, startedAt),
      live: claimedLink(claim, older),
    },
    agent: { ...agent.value, sends: countSend('agent', agent.value.sends, limits.perAgent, startedAt) },
  };
}

// If Incode refuses the new link, the older one of the same issue stays alive, so its claim must outlast ours.
function claimedLink({ attemptId, issue, startedAt }: SendingClaim, older: LiveLink | undefined): LiveLink {
  const endsAt = startedAt + ATTEMPT_LIMIT_MS;
  if (!older?.interviewId) return { attemptId, issue, endsAt };
  return { ...older, attemptId, endsAt: Math.max(endsAt, older.endsAt) };
}

/** The employee's link, if it is being sent or can still be completed. */
async function openLink(
  { store, clock }: SendingPorts,
  { live }: Employee,
  current: Stored<SessionRecord> | undefined,
): Promise<LiveLink | undefined> {
  const now = clock.now();
  if (!live || live.endsAt <= now) return undefined;
  if (!live.interviewId) return live;
  const isCurrent = live.interviewId === current?.key;
  const record = isCurrent ? current : await store.verifications.load(live.interviewId);
  if (!isVerification(record)) return undefined;
  return isLive(fold(record.value, now).state) ? live : undefined;
}

function refuseWhileOpen(older: LiveLink, claim: SendingClaim, coolDownSeconds: number): void {
  if (older.issue.id !== claim.issue.id) {
    const { endsAt, issue } = older;
    throw new AppError('live-elsewhere', { values: { endsAt, issueId: issue.id, issueKey: issue.key } });
  }
  const endsAt = (older.sentAt ?? 0) + coolDownSeconds * 1000;
  if (claim.startedAt < endsAt) throw new AppError('cooling-down', { values: { endsAt } });
}
