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
 * Has the ticket told again what could not be done, unless it has been told something else since. Whoever is telling it
 * right now is left to finish.
 * @throws {AppError} `not-found` where nothing of the kind is known; `changed-meanwhile`, `storage-unavailable`
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
