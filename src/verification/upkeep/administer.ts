import { AppError } from '../app-error';
import { identityKey } from '../identity-memory';
import { changeRecord, retryOnConflict } from '../retry-on-conflict';
import { comparableEmail } from '../session/email-address';
import { isVerification } from '../store';
import type { KnownIdentity } from '../sending/employee';
import type { LimitOwner } from '../sending/limits';
import type { Environment } from '../session/session-record';
import type { Change, Store, Stored } from '../store';
import type { UpkeepPorts } from './ports';

/** Whose links are limited: a ticket by its issue's id, an employee by the e-mail address, an agent by the account id. */
export interface LimitSubject {
  whose: LimitOwner;
  name: string;
}

/**
 * Forgets the links that were sent within the last day, so that more may be sent.
 * @throws {AppError} `not-found` where nothing was sent; `changed-meanwhile`, `storage-unavailable`
 */
export async function liftLimit(
  { store, pseudonyms }: UpkeepPorts,
  { whose, name }: LimitSubject,
): Promise<void> {
  const lift = {
    ticket: () => changeRecord(store, store.tickets, name, withoutSends),
    agent: () => changeRecord(store, store.accounts, name, withoutSends),
    employee: async () =>
      changeRecord(store, store.employees, await pseudonyms.employeeKey(comparableEmail(name)), withoutSends),
  };
  if (!(await lift[whose]())) throw new AppError('not-found');
}

function withoutSends<T>(value: T): T {
  return { ...value, sends: [] };
}

const environments: Environment[] = ['demo', 'production'];

/**
 * Forgets the identities with which an employee passed first: the next pass is the first again.
 * @throws {AppError} `not-found` where nothing is known of the employee; `changed-meanwhile`, `storage-unavailable`
 */
export async function resetIdentity({ store, pseudonyms }: UpkeepPorts, email: string): Promise<void> {
  const key = await pseudonyms.employeeKey(comparableEmail(email));
  await retryOnConflict(async () => {
    const [employee, known] = await Promise.all([store.employees.load(key), knownIdentities(store, key)]);
    const latest = employee?.value.latest;
    if (known.length === 0 && latest === undefined) throw new AppError('not-found');
    // What a session proved is known even before it is remembered, and would be remembered again.
    const proving = known.map(({ value }) => value.interviewId);
    if (latest !== undefined) proving.push(latest);
    const changes = [
      ...known.map((each) => store.identities.remove(each)),
      ...(employee ? [store.employees.change(employee, { ...employee.value, latest: undefined })] : []),
      ...(await identityResets(store, new Set(proving))),
    ];
    return (await store.commit(changes)) || undefined;
  });
}

async function identityResets({ verifications }: Store, ids: Set<string>): Promise<Change[]> {
  const sessions = await Promise.all([...ids].map((id) => verifications.load(id)));
  return sessions
    .filter(isVerification)
    .map((session) => verifications.change(session, { ...session.value, isIdentityReset: true }));
}

/** The changes that remove an employee's known identities, by the keyed hash. Throws `storage-unavailable`. */
export async function identityRemovals(store: Store, employee: string): Promise<Change[]> {
  return (await knownIdentities(store, employee)).map((each) => store.identities.remove(each));
}

async function knownIdentities({ identities }: Store, employee: string): Promise<Stored<KnownIdentity>[]> {
  const known = await Promise.all(
    environments.map((environment) => identities.load(identityKey({ environment, employee }))),
  );
  return known.filter((stored) => stored !== undefined);
}
