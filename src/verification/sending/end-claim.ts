import { retryOnConflict } from '../retry-on-conflict';
import { uncountSend } from './limits';
import type { AppError } from '../app-error';
import type { Change, Store } from '../store';
import type { Ticket } from '../ticket/ticket';
import type { Employee } from './employee';
import type { SendingClaim } from './sending-records';

/**
 * Records that a claimed send failed: either nothing was sent, and the claim is given back, or it is in doubt. The try
 * still counts for the agent, so that nobody can test without limit who is enrolled. Best effort: a claim ends by
 * itself after a minute.
 */
export async function endClaim(store: Store, claim: SendingClaim, { code }: AppError): Promise<void> {
  const { tickets, employees } = store;
  const end: Ending = code === 'in-doubt' ? { kind: 'in-doubt' } : { kind: 'not-sent', code };
  await retryOnConflict(async () => {
    const [ticket, employee] = await Promise.all([
      tickets.load(claim.issue.id),
      employees.load(claim.employeeKey),
    ]);
    const changes: Change[] = [];
    if (ticket?.value.attempt?.id === claim.attemptId) {
      changes.push(tickets.change(ticket, endedTicket(ticket.value, claim, end)));
    }
    // A link that may be out keeps its employee until the claim ends by itself.
    if (end.kind === 'not-sent' && employee?.value.live?.attemptId === claim.attemptId) {
      changes.push(employees.change(employee, freedEmployee(employee.value, claim)));
    }
    return changes.length === 0 || (await store.commit(changes)) || undefined;
  }).catch(() => undefined);
}

type Ending = NonNullable<NonNullable<Ticket['attempt']>['end']>;

function endedTicket(ticket: Ticket, { attemptId: id, startedAt }: SendingClaim, end: Ending): Ticket {
  const sends = end.kind === 'in-doubt' ? ticket.sends : uncountSend(ticket.sends, startedAt);
  return { ...ticket, sends, attempt: { id, startedAt, end } };
}

function freedEmployee(employee: Employee, { startedAt }: SendingClaim): Employee {
  const { live, sends } = employee;
  // The older link of the same issue stays alive.
  const older = live?.interviewId === undefined ? undefined : { ...live, attemptId: '' };
  return { ...employee, sends: uncountSend(sends, startedAt), live: older };
}
