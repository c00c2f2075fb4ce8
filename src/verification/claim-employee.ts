import { AppError } from './app-error';
import { countSend, uncountSend } from './limits';
import { stateAt } from './states';
import type { Employee, LiveLink } from './employee';
import type { SendingLimits } from './limits';
import type { Clock, Store } from './ports';
import type { IssueRef } from './verification';

interface ClaimPorts {
  store: Store;
  clock: Clock;
}

/** That a link for an employee is being sent from an issue. Times are epoch milliseconds. */
export interface EmployeeClaim {
  employeeKey: string;
  issue: IssueRef;
  attemptId: string;
  startedAt: number;
  endsAt: number;
}

/**
 * Makes this issue the only one from which a link for the employee may be sent, and counts the send.
 * @throws {AppError} `live-elsewhere` where another issue has a link out for the employee; `cooling-down` with `endsAt`;
 *   `limit-reached`; `sending-in-progress` where somebody else was quicker
 */
export async function claimEmployee(
  ports: ClaimPorts,
  claim: EmployeeClaim,
  limits: SendingLimits,
): Promise<void> {
  const { employees } = ports.store;
  const stored = await employees.load(claim.employeeKey);
  const older = stored && (await openLink(ports, stored.value));
  if (older) refuseWhileOpen(older, claim, limits.coolDownSeconds);
  const sends = countSend('employee', stored?.value.sends, limits.perEmployee, claim.startedAt);
  const employee = { ...stored?.value, sends, live: claimed(claim, older) };
  const isOurs = stored
    ? await ports.store.commit([employees.change(stored, employee)])
    : (await employees.create(claim.employeeKey, employee)) !== undefined;
  if (!isOurs) throw new AppError('sending-in-progress', { isRetryable: true });
}

/** Gives back a claim that came to nothing. Best effort: a claim ends by itself. */
export async function releaseEmployee(ports: ClaimPorts, claim: EmployeeClaim): Promise<void> {
  try {
    const employee = await ports.store.employees.load(claim.employeeKey);
    const live = employee?.value.live;
    if (!employee || live?.attemptId !== claim.attemptId) return;
    const value = {
      ...employee.value,
      sends: uncountSend(employee.value.sends, claim.startedAt),
      live: live.interviewId ? { ...live, attemptId: '' } : undefined,
    };
    await ports.store.commit([ports.store.employees.change(employee, value)]);
  } catch {
    return;
  }
}

// A refused new link leaves the older one of the same issue alive, so its claim must outlast ours.
function claimed({ attemptId, issue, endsAt }: EmployeeClaim, older: LiveLink | undefined): LiveLink {
  if (!older?.interviewId) return { attemptId, issue, endsAt };
  return { ...older, attemptId, endsAt: Math.max(endsAt, older.endsAt) };
}

/** The employee's link as long as it may still be completed, or is being sent. */
async function openLink({ store, clock }: ClaimPorts, { live }: Employee): Promise<LiveLink | undefined> {
  if (!live || live.endsAt <= clock.now()) return undefined;
  if (!live.interviewId) return live;
  const record = await store.verifications.load(live.interviewId);
  if (record?.value.kind !== 'verification') return undefined;
  const state = stateAt(record.value, clock.now());
  return state === 'sent' || state === 'started' ? live : undefined;
}

function refuseWhileOpen(older: LiveLink, claim: EmployeeClaim, coolDownSeconds: number): void {
  if (older.issue.id !== claim.issue.id) {
    const { endsAt, issue } = older;
    throw new AppError('live-elsewhere', { values: { endsAt, issueId: issue.id, issueKey: issue.key } });
  }
  const endsAt = (older.sentAt ?? 0) + coolDownSeconds * 1000;
  if (claim.startedAt < endsAt) throw new AppError('cooling-down', { values: { endsAt } });
}
