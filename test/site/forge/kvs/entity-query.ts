import { compare, meets, meetsAll } from './conditions';
import type { Entities } from './entities';
import { badRequest, KvsError } from './errors';
import type { EntityQuery } from './requests';
import type { Entry } from './table';

interface Page {
  entries: Entry[];
  cursor?: string;
}

interface Ranked {
  entry: Entry;
  rank: unknown;
}

/** Every entity has it without declaring it: all values, by key. */
const BY_KEY = { name: 'by-key', partition: [] as string[], range: ['key'] };

/**
 * One page of an index, in the order of its range attribute. As in DynamoDB, filters pick from the page
 * that `limit` cuts out (unconfirmed for the store itself), so that a page may be short and yet have a cursor.
 * @throws KvsError where the query does not fit the index
 */
export function queryEntity(entities: Entities, seen: Entry[], query: EntityQuery): Page {
  const index = findIndex(entities, query);
  const rangeAttribute = index.range[0] ?? 'key';
  const direction = query.sort === 'ASC' ? 1 : -1;
  const order = (a: Ranked, b: Ranked): number =>
    direction * (compare(a.rank, b.rank) || compare(a.entry.key, b.entry.key));
  const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor);
  const left = seen
    .filter((entry) =>
      index.partition.every((attribute, i) => attributeOf(entry, attribute) === query.partition?.[i]),
    )
    .map((entry) => ({
      entry,
      rank: rangeAttribute === 'key' ? entry.key : attributeOf(entry, rangeAttribute),
    }))
    .filter(({ rank }) => rank !== undefined && inRange(rank, query.range))
    .sort(order)
    .filter((ranked) => after === undefined || order(ranked, after) > 0);
  const page = left.slice(0, query.limit);
  const last = page.at(-1);
  return {
    entries: page
      .map(({ entry }) => entry)
      .filter((entry) => !query.filters || meetsAll(entry.value, query.filters)),
    ...(last && left.length > page.length ? { cursor: encodeCursor(last) } : {}),
  };
}

function findIndex(entities: Entities, query: EntityQuery): typeof BY_KEY {
  const { indexes } = entities.schema(query.entityName);
  const index =
    query.indexName === BY_KEY.name ? BY_KEY : indexes.find((each) => each.name === query.indexName);
  if (!index)
    throw new KvsError(
      400,
      'INVALID_INDEX_NAME',
      `The entity ${query.entityName} has no index ${query.indexName}`,
    );
  const given = query.partition?.length ?? 0;
  if (given !== index.partition.length) {
    throw badRequest(
      `The index ${index.name} is partitioned by ${index.partition.length} attributes; ${given} are given`,
    );
  }
  const filters = query.filters ? Object.values(query.filters).flat() : [];
  for (const clause of filters) entities.checkClause(query.entityName, clause);
  return index;
}

function inRange(rank: unknown, range: EntityQuery['range']): boolean {
  return !range || meets(rank, range.condition, range.values);
}

function attributeOf(entry: Entry, attribute: string): unknown {
  return (entry.value as Record<string, unknown>)[attribute];
}

function encodeCursor({ entry, rank }: Ranked): string {
  return Buffer.from(JSON.stringify([rank, entry.key])).toString('base64url');
}

function decodeCursor(cursor: string): Ranked {
  try {
    const [rank, key] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [unknown, string];
    return { rank, entry: { key, value: {}, createdAt: 0, updatedAt: 0 } };
  } catch {
    throw badRequest('The cursor is none of this store');
  }
}
