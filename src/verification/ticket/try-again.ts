import { AppError } from '../app-error';
import { retryOnConflict } from '../retry-on-conflict';
import { reopen } from './progress';
import type { Clock, Store } from '../store';
import type { UpdateQueue } from './ports';

interface TryAgainPorts {
  store: Store;
  queue: UpdateQueue;
  clock: Clock;
}

/**
 * Retries what could not be done to the ticket, unless its current session has changed since. A run that holds the
 * lease finishes first.
 * @throws {AppError} `not-found` where the ticket has no such update; `changed-meanwhile`, `storage-unavailable`
 */
export async function tryAgain(
  { store, queue, clock }: TryAgainPorts,
  of: { issueId: string; interviewId: string },
): Promise<void> {
  await retryOnConflict(async () => {
    const ticket = await store.tickets.load(of.issueId);
    const told = ticket?.value.told;
    if (!ticket || told?.interviewId !== of.interviewId) throw new AppError('not-found');
    const value = { ...ticket.value, told: reopen(told, clock.now()) };
    return (await store.commit([store.tickets.change(ticket, value)])) || undefined;
  });
  await queue.push([of.issueId]);
}
