import { AppError } from './app-error';
import { purge } from './purge';
import { normalizeEmail } from './verification';
import type { Health, Pseudonyms, Records, Store } from './ports';

interface AdministerPorts {
  store: Store;
  pseudonyms: Pseudonyms;
}

const TRIES = 5;

interface ErasePorts extends AdministerPorts {
  health: Health;
}

/** Whose links are limited: a ticket by its issue's id, an employee by the e-mail address, an agent by the account id. */
export interface LimitSubject {
  whose: 'ticket' | 'employee' | 'agent';
  name: string;
}

/**
 * Forgets the links that were sent within the last day, so that more may be sent.
 * @throws {AppError} `not-found` where nothing was sent; `changed-meanwhile`, `storage-unavailable`
 */
export async function liftLimit(
  { store, pseudonyms }: AdministerPorts,
  { whose, name }: LimitSubject,
): Promise<void> {
  const noSends = { sends: [] };
  if (whose === 'ticket') await update(store, store.tickets, name, noSends);
  if (whose === 'agent') await update(store, store.accounts, name, noSends);
  if (whose === 'employee') {
    await update(store, store.employees, await pseudonyms.employeeKey(normalizeEmail(name)), noSends);
  }
}

/**
 * Forgets the identity with which an employee passed first: the next pass is the first again.
 * @throws {AppError} `not-found` where nothing is known of the employee; `changed-meanwhile`, `storage-unavailable`
 */
export async function resetIdentity({ store, pseudonyms }: AdministerPorts, email: string): Promise<void> {
  const key = await pseudonyms.employeeKey(normalizeEmail(email));
  await update(store, store.employees, key, { identityId: undefined });
}

async function update<T>(store: Store, records: Records<T>, key: string, change: Partial<T>): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const stored = await records.load(key);
    if (!stored) throw new AppError('not-found');
    if (await store.commit([records.change(stored, { ...stored.value, ...change })])) return;
  }
  throw new AppError('changed-meanwhile', { isRetryable: true });
}

/**
 * Erases everything that is kept of an employee: verifications, what tickets and administrators were told of them, and
 * the employee.
 * The index that finds them lags by seconds, so a link that was sent just now may need a second call.
 * @returns how many verifications were erased
 * @throws {AppError} `changed-meanwhile`, `storage-unavailable`
 */
export async function eraseEmployee(ports: ErasePorts, email: string): Promise<number> {
  const { store, pseudonyms } = ports;
  const key = await pseudonyms.employeeKey(normalizeEmail(email));
  let erased = 0;
  for (let ids = await store.ofEmployee(key); ids.length > 0; ids = await notYetErased(store, key)) {
    for (const interviewId of ids) erased += (await purge(ports, interviewId)) ? 1 : 0;
  }
  const employee = await store.employees.load(key);
  if (employee && !(await store.commit([store.employees.remove(employee)]))) {
    throw new AppError('changed-meanwhile', { isRetryable: true });
  }
  return erased;
}

// The lagging index still lists what is gone by now.
async function notYetErased(store: Store, employeeKey: string): Promise<string[]> {
  const ids = await store.ofEmployee(employeeKey);
  const records = await Promise.all(ids.map((id) => store.verifications.load(id)));
  return ids.filter((_, i) => records[i] !== undefined);
}
