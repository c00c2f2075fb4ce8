import { AppError } from './app-error';
import type { Clock, Store, UpdateQueue } from './ports';
import type { Step, TicketUpdate } from './ticket-update';
import type { Verification } from './verification';

interface TryAgainPorts {
  store: Store;
  queue: UpdateQueue;
  clock: Clock;
}

const TRIES = 5;

/**
 * Has the ticket told again what could not be done for the outcome that still holds.
 * @throws {AppError} `not-found` where the verification is gone; `changed-meanwhile`, `storage-unavailable`
 */
export async function tryAgain({ store, queue, clock }: TryAgainPorts, interviewId: string): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const record = await store.verifications.load(interviewId);
    if (record?.value.kind !== 'verification') throw new AppError('not-found');
    const reopened = reopen(record.value, clock.now());
    if (await store.commit([store.verifications.change(record, reopened)])) {
      await queue.push([interviewId]);
      return;
    }
  }
  throw new AppError('changed-meanwhile', { isRetryable: true });
}

function reopen(verification: Verification, now: number): Verification {
  const updates = verification.updates.map((update) =>
    update.outcome === verification.state ? reopenEntry(update, now) : update,
  );
  return { ...verification, updates };
}

function reopenEntry(update: TicketUpdate, now: number): TicketUpdate {
  const again = (step: Step): Step => (step.state === 'impossible' ? { state: 'due' } : step);
  const { comment, transition } = update;
  return { ...update, comment: again(comment), transition: again(transition), tries: 0, dueAt: now };
}
