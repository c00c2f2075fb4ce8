import { AppError } from './app-error';
import { stateAt } from './states';
import type { Employee } from './employee';
import type { Clock, Store, Stored } from './ports';
import type { IssueRef } from './verification';

interface ClaimPorts {
  store: Store;
  clock: Clock;
}

/** That a link for an employee is being sent from an issue. */
export interface EmployeeClaim {
  employeeKey: string;
  issue: IssueRef;
  attemptId: string;
  endsAt: number;
}

/**
 * Makes this issue the only one from which a link for the employee may be sent.
 * @throws {AppError} `live-elsewhere` where another issue has a link out for the employee.
 */
export async function claimEmployee(ports: ClaimPorts, claim: EmployeeClaim): Promise<void> {
  const { employees } = ports.store;
  const live = { attemptId: claim.attemptId, issue: claim.issue, endsAt: claim.endsAt };
  const employee = await employees.load(claim.employeeKey);
  if (employee) await refuseIfLiveElsewhere(ports, employee.value, claim);
  const isOurs = employee
    ? await ports.store.commit([
        employees.change(employee, { ...employee.value, live: keepLater(live, employee) }),
      ])
    : (await employees.create(claim.employeeKey, { live })) !== undefined;
  if (!isOurs) throw new AppError('sending-in-progress', { isRetryable: true });
}

/** Gives back a claim that came to nothing. Best effort: a claim ends by itself. */
export async function releaseEmployee(ports: ClaimPorts, claim: EmployeeClaim): Promise<void> {
  try {
    const employee = await ports.store.employees.load(claim.employeeKey);
    const live = employee?.value.live;
    if (!employee || live?.attemptId !== claim.attemptId) return;
    const value = { ...employee.value, live: live.interviewId ? { ...live, attemptId: '' } : undefined };
    await ports.store.commit([ports.store.employees.change(employee, value)]);
  } catch {
    return;
  }
}

// A refused new link leaves the older one of the same issue alive, so its claim must outlast ours.
function keepLater(live: NonNullable<Employee['live']>, { value }: Stored<Employee>) {
  const older = value.live;
  if (!older?.interviewId || older.issue.id !== live.issue.id) return live;
  return { ...live, interviewId: older.interviewId, endsAt: Math.max(live.endsAt, older.endsAt) };
}

async function refuseIfLiveElsewhere(ports: ClaimPorts, { live }: Employee, claim: EmployeeClaim) {
  const now = ports.clock.now();
  if (!live || live.issue.id === claim.issue.id || live.endsAt <= now) return;
  if (live.interviewId && !(await isStillOpen(ports, live.interviewId))) return;
  throw new AppError('live-elsewhere', {
    values: { endsAt: live.endsAt, issueId: live.issue.id, issueKey: live.issue.key },
  });
}

async function isStillOpen({ store, clock }: ClaimPorts, interviewId: string): Promise<boolean> {
  const record = await store.verifications.load(interviewId);
  if (record?.value.kind !== 'verification') return false;
  const state = stateAt(record.value, clock.now());
  return state === 'sent' || state === 'started';
}
