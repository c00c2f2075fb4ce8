import { AppError } from '../app-error';
import { identityKey } from '../identity-memory';
import { retryOnConflict } from '../retry-on-conflict';
import { comparableEmail } from '../session/email-address';
import { purge } from './purge';
import type { Environment } from '../session/session-record';
import type { Change, Records, Store } from '../store';
import type { AdministerPorts, ErasePorts } from './ports';

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
  if (whose === 'ticket') await forgetSends(store, store.tickets, name);
  if (whose === 'agent') await forgetSends(store, store.accounts, name);
  if (whose === 'employee') {
    await forgetSends(store, store.employees, await pseudonyms.employeeKey(comparableEmail(name)));
  }
}

async function forgetSends<T>(store: Store, records: Records<T>, key: string): Promise<void> {
  await retryOnConflict(async () => {
    const stored = await records.load(key);
    if (!stored) throw new AppError('not-found');
    return (await store.commit([records.change(stored, { ...stored.value, sends: [] })])) || undefined;
  });
}

const environments: Environment[] = ['demo', 'production'];

/**
 * Forgets the identities with which an employee passed first: the next pass is the first again.
 * @throws {AppError} `not-found` where nothing is known of the employee; `changed-meanwhile`, `storage-unavailable`
 */
export async function resetIdentity({ store, pseudonyms }: AdministerPorts, email: string): Promise<void> {
  const key = await pseudonyms.employeeKey(comparableEmail(email));
  await retryOnConflict(async () => {
    const employee = await store.employees.load(key);
    const changes = await identityRemovals(store, key);
    if (changes.length === 0 && employee?.value.latest === undefined) throw new AppError('not-found');
    // What the latest session proved is known even before it is remembered.
    if (employee) changes.push(store.employees.change(employee, { ...employee.value, latest: undefined }));
    return (await store.commit(changes)) || undefined;
  });
}

async function identityRemovals({ identities }: Store, employee: string): Promise<Change[]> {
  const known = await Promise.all(
    environments.map((environment) => identities.load(identityKey({ environment, employee }))),
  );
  return known.flatMap((stored) => (stored ? [identities.remove(stored)] : []));
}

/**
 * Erases everything that is kept of an employee: verifications, what tickets and administrators were told of them,
 * known identities, and the employee.
 * The index that finds them lags by seconds, so a link that was sent just now may need a second call.
 * @returns how many verifications were erased
 * @throws {AppError} `changed-meanwhile`, `storage-unavailable`
 */
export async function eraseEmployee(ports: ErasePorts, email: string): Promise<number> {
  const { store, pseudonyms } = ports;
  const key = await pseudonyms.employeeKey(comparableEmail(email));
  let erased = 0;
  for (let ids = await store.ofEmployee(key); ids.length > 0; ids = await notYetErased(store, key)) {
    for (const interviewId of ids) erased += (await purge(ports, interviewId)) ? 1 : 0;
  }
  await retryOnConflict(async () => {
    const employee = await store.employees.load(key);
    const changes = [
      ...(await identityRemovals(store, key)),
      ...(employee ? [store.employees.remove(employee)] : []),
    ];
    return changes.length === 0 || (await store.commit(changes)) || undefined;
  });
  return erased;
}

// The lagging index still lists what is gone by now.
async function notYetErased(store: Store, employeeKey: string): Promise<string[]> {
  const ids = await store.ofEmployee(employeeKey);
  const records = await Promise.all(ids.map((id) => store.verifications.load(id)));
  return ids.filter((_, i) => records[i] !== undefined);
}
