import { randomUUID } from 'node:crypto';
import { Filter, FilterConditions, kvs, MetadataField } from '@forge/kvs';
import { retryOnConflict } from '../verification/retry-on-conflict';
import { stored, storageUnavailable } from './failure';
import type { SetOptions } from '@forge/kvs';

/** A record in a Forge custom entity: its revision, its last write, and the attributes of its indexes. */
export interface Row<T> {
  rev: number;
  /** Names one write, so that a writer whose answer was lost recognises its own. */
  writeId: string;
  details: T;
}

export interface RowChange {
  entityName: string;
  key: string;
  /** The revision that was read. */
  rev: number;
  /** Without one the record is deleted. */
  details?: unknown;
  indexed?: Record<string, string> | undefined;
  lifetime?: Lifetime | undefined;
}

/** How long Forge keeps a record at most. */
export type Lifetime = NonNullable<SetOptions['ttl']>;

/**
 * The row under a key, read with strong consistency; `undefined` where there is none for sure. Asks for metadata, which
 * nobody needs: without it, the package takes an answer without a value for a missing row, too.
 * @throws {AppError} `storage-unavailable`
 */
export async function loadRow<T>(entityName: string, key: string): Promise<Row<T> | undefined> {
  const metadataFields = [MetadataField.CREATED_AT];
  const answer = await stored(kvs.entity<Row<T>>(entityName).get(key, { metadataFields }));
  if (!answer) return undefined;
  const { value } = answer as { value: Row<T> | undefined };
  if (value === undefined) throw storageUnavailable(new Error('Storage gave an answer without a value'));
  return value;
}

/**
 * Creates a row; `undefined` where there is one.
 * Forge's error code for that is undocumented, and an answer can be lost, so after any error the key is read again.
 * @see https://developer.atlassian.com/platform/forge/runtime-reference/storage-api-custom-entities/
 */
export async function createRow<T>(
  entityName: string,
  key: string,
  details: T,
  { indexed, lifetime }: Pick<RowChange, 'indexed' | 'lifetime'> = {},
): Promise<Row<T> | undefined> {
  const row = { ...indexed, rev: 1, writeId: randomUUID(), details };
  try {
    await kvs.entity(entityName).set(key, row, { keyPolicy: 'FAIL_IF_EXISTS', ...ttlOf(lifetime) });
    return row;
  } catch (cause) {
    const existing = await loadRow<T>(entityName, key);
    if (!existing) throw storageUnavailable(cause);
    return existing.writeId === row.writeId ? row : undefined;
  }
}

/**
 * Writes all rows or none, each on the condition that its revision is still the one that was read; `false` where one
 * is not. Conditions exist in transactions only, and a condition that failed looks like any other error (its code is
 * undocumented), so after an error the rows are read again.
 * @see https://developer.atlassian.com/platform/forge/runtime-reference/storage-api-transactions/
 */
export async function commitRows(changes: RowChange[]): Promise<boolean> {
  const writeId = randomUUID();
  try {
    await transaction(changes, writeId).execute();
    return true;
  } catch (cause) {
    return hasTakenEffect(changes, writeId, cause);
  }
}

/**
 * Replaces a row's details by what `next` returns. Tries again when another write came first. Writes nothing where
 * `next` returns the same object.
 * @param mostTries how often to try
 * @throws {AppError} `changed-meanwhile` where another write came first each time, `storage-unavailable`
 */
export async function updateRow<T>(
  entityName: string,
  key: string,
  next: (details: T | undefined) => T,
  mostTries?: number,
): Promise<void> {
  await retryOnConflict(async () => {
    const row = await loadRow<T>(entityName, key);
    const details = next(row?.details);
    if (row && details === row.details) return true;
    const isWritten = row
      ? await commitRows([{ entityName, key, rev: row.rev, details }])
      : (await createRow(entityName, key, details)) !== undefined;
    return isWritten || undefined;
  }, mostTries);
}

function transaction(changes: RowChange[], writeId: string) {
  let transaction = kvs.transact();
  for (const { entityName, key, rev, details, indexed, lifetime } of changes) {
    const conditions = new Filter<Row<unknown>>().and('rev', FilterConditions.equalTo(rev));
    transaction =
      details === undefined
        ? transaction.delete(key, { entityName, conditions })
        : transaction.set(
            key,
            { ...indexed, rev: rev + 1, writeId, details },
            { entityName, conditions },
            ttlOf(lifetime),
          );
  }
  return transaction;
}

function ttlOf(lifetime: Lifetime | undefined): SetOptions {
  return lifetime ? { ttl: lifetime } : {};
}

async function hasTakenEffect(changes: RowChange[], writeId: string, cause: unknown): Promise<boolean> {
  const rows = await Promise.all(changes.map(({ entityName, key }) => loadRow(entityName, key)));
  const isOurs = changes.every(({ details }, i) =>
    details === undefined ? rows[i] === undefined : rows[i]?.writeId === writeId,
  );
  if (isOurs) return true;
  if (changes.every(({ rev }, i) => rows[i]?.rev === rev)) throw storageUnavailable(cause);
  return false;
}
