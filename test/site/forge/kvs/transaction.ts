import { meetsAll } from './conditions';
import { badRequest, KvsError } from './errors';
import { checkKey, checkTogether } from './limits';
import type { Conditions, Transaction } from './requests';
import { ttlMs } from './store';
import type { Store } from './store';

const MAX_OPERATIONS = 25;

interface Operation {
  key: string;
  entityName?: string | undefined;
  conditions?: Conditions | undefined;
}

/**
 * Does all of a transaction or nothing of it.
 * @throws KvsError; as the switch `conditionNotMet` has it where a condition does not hold
 * @see https://developer.atlassian.com/platform/forge/storage-reference/transactions/
 */
export function transact(store: Store, transaction: Transaction): void {
  const operations: Operation[] = [...transaction.set, ...transaction.delete, ...transaction.check];
  checkNumber(operations);
  checkTogether(transaction, operations);
  if (!store.switches.transactionsTakeOneKeyTwice) checkKeysApart(operations);
  for (const operation of operations) checkOperation(store, operation);
  for (const set of transaction.set) store.check(set);
  const lifetimes = transaction.set.map((set) => ttlMs(set.options?.ttl));

  for (const { key, entityName, conditions } of operations) {
    if (conditions && !meetsAll(store.table({ entityName }).get(key)?.value, conditions)) {
      const { status, code } = store.switches.conditionNotMet;
      throw new KvsError(status, code, `A condition on the key ${key} does not hold`);
    }
  }
  transaction.set.forEach((set, index) => store.table(set).set(set.key, set.value, lifetimes[index]));
  for (const { key, entityName } of transaction.delete) store.table({ entityName }).delete(key);
}

/** Whether one key may stand in a transaction as a plain one and as an entity's is unconfirmed. */
function checkKeysApart(operations: Operation[]): void {
  if (new Set(operations.map(({ key }) => key)).size < operations.length)
    throw badRequest('A transaction has each key once, whatever entity it is of');
}

function checkNumber(operations: Operation[]): void {
  if (operations.length === 0) throw badRequest('A transaction has at least one operation');
  if (operations.length > MAX_OPERATIONS)
    throw badRequest(`A transaction has at most ${MAX_OPERATIONS} operations`);
}

function checkOperation(store: Store, { key, entityName, conditions }: Operation): void {
  checkKey(key);
  store.table({ entityName });
  if (!conditions) return;
  if (entityName === undefined) throw badRequest('Only operations on custom entities have conditions');
  for (const clause of Object.values(conditions).flat()) store.entities.checkClause(entityName, clause);
}
