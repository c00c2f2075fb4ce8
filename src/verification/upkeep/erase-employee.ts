import { comparableEmail } from '../session/email-address';
import { identityRemovals } from './administer';
import { purge } from './purge';
import type { Employee } from '../sending/employee';
import type { Store } from '../store';
import type { Erasure, UpkeepPorts } from './ports';

/** How long a call may take; Forge ends a resolver after 25 s. */
const ERASING_MS = 12_000;

/**
 * Erases everything that is kept of an employee: verifications, their problems and the records of their tickets,
 * known identities, and the employee. Stops after 12 s; the next call goes on where this one stopped.
 * @throws {AppError} `changed-meanwhile`, `storage-unavailable`
 */
export async function eraseEmployee(ports: UpkeepPorts, email: string): Promise<Erasure> {
  const { store, pseudonyms, clock } = ports;
  const endsAt = clock.now() + ERASING_MS;
  const key = await pseudonyms.employeeKey(comparableEmail(email));
  let erased = 0;
  do {
    const employee = await store.employees.load(key);
    for await (const interviewId of linksOf(store, key, employee?.value)) {
      if (clock.now() >= endsAt) return { erased, isDone: false };
      if (await purge(ports, interviewId)) erased++;
    }
    const changes = await identityRemovals(store, key);
    if (employee) changes.push(store.employees.remove(employee));
    // Where the record has changed, another link went out meanwhile.
    if (changes.length === 0 || (await store.commit(changes))) return { erased, isDone: true };
  } while (clock.now() < endsAt);
  return { erased, isDone: false };
}

/** The newest links by the employee's record, since the index lags; then all that the index lists. */
async function* linksOf(store: Store, employeeKey: string, employee?: Employee): AsyncGenerator<string> {
  yield* employee?.recent ?? [];
  yield* store.ofEmployee(employeeKey);
}
