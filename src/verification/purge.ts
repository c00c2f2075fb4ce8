import { AppError } from './app-error';
import type { Health, Store } from './ports';

interface PurgePorts {
  store: Store;
  health: Health;
}

const TRIES = 5;

/**
 * Drops a verification, what administrators were told of it, the ticket's record where it points to it, and the employee's where this was the last link.
 * @returns whether there was one
 * @throws {AppError} `changed-meanwhile`, `storage-unavailable`
 */
export async function purge({ store, health }: PurgePorts, interviewId: string): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries++) {
    const record = await store.verifications.load(interviewId);
    if (record?.value.kind !== 'verification') return false;
    const [ticket, employee] = await Promise.all([
      store.tickets.load(record.value.issue.id),
      store.employees.load(record.value.employee),
    ]);
    // Before the record that leads to it is gone.
    await health.forget(record.value);
    const changes = [store.verifications.remove(record)];
    if (ticket?.value.current === interviewId) changes.push(store.tickets.remove(ticket));
    if (employee?.value.live?.interviewId === interviewId) changes.push(store.employees.remove(employee));
    if (await store.commit(changes)) return true;
  }
  throw new AppError('changed-meanwhile', { isRetryable: true });
}
