import { retryOnConflict } from '../retry-on-conflict';
import { uncountSend } from './limits';
import type { AppError } from '../app-error';
import type { Change, Store, Stored } from '../store';
import type { Ticket } from '../ticket/ticket';
import type { SendingClaim } from './claim-sending';
import type { Employee } from './employee';

/**
 * Writes down what a claimed send came to: not sent, and the claim is given back, or in doubt. Agents' tries count all
 * the same: asking Incode who is enrolled is worth limiting, too. Best effort: a claim ends by itself after a minute.
 */
export async function endClaim(store: Store, claim: SendingClaim, failure: AppError): Promise<void> {
  try {
    await retryOnConflict(() => endOnce(store, claim, failure));
  } catch {
    return;
  }
}

async function endOnce(store: Store, claim: SendingClaim, failure: AppError): Promise<true | undefined> {
  const [ticket, employee] = await Promise.all([
    store.tickets.load(claim.issue.id),
    store.employees.load(claim.employeeKey),
  ]);
  const changes = [
    ...endedTickets(store, ticket, claim, failure),
    ...freedEmployees(store, employee, claim, failure),
  ];
  return changes.length === 0 || (await store.commit(changes)) || undefined;
}

function endedTickets(
  { tickets }: Store,
  ticket: Stored<Ticket> | undefined,
  { attemptId, startedAt }: SendingClaim,
  { code }: AppError,
): Change[] {
  if (ticket?.value.attempt?.id !== attemptId) return [];
  const isInDoubt = code === 'in-doubt';
  const sends = isInDoubt ? ticket.value.sends : uncountSend(ticket.value.sends, startedAt);
  const end = isInDoubt ? ({ kind: 'in-doubt' } as const) : ({ kind: 'not-sent', code } as const);
  return [tickets.change(ticket, { ...ticket.value, sends, attempt: { id: attemptId, startedAt, end } })];
}

// A link that may be out keeps its employee until the claim ends by itself.
function freedEmployees(
  { employees }: Store,
  employee: Stored<Employee> | undefined,
  { attemptId, startedAt }: SendingClaim,
  { code }: AppError,
): Change[] {
  if (code === 'in-doubt' || employee?.value.live?.attemptId !== attemptId) return [];
  const { live } = employee.value;
  const value = {
    ...employee.value,
    sends: uncountSend(employee.value.sends, startedAt),
    live: live.interviewId ? { ...live, attemptId: '' } : undefined,
  };
  return [employees.change(employee, value)];
}
