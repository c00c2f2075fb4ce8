import type { Entities } from './entities';
import { badRequest, keyNotFound, KvsError } from './errors';
import { checkKey, checkValue } from './limits';
import { compare } from './conditions';
import type { KeyQuery, SetOptions, SetRequest } from './requests';
import { Table } from './table';
import type { Entry, StoreSwitches, TableOptions } from './table';

export interface StoreSnapshot {
  plain: Entry[];
  secrets: Entry[];
  entities: Record<string, Entry[]>;
}

const UNIT_MS = { SECONDS: 1000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 };
const LONGEST_TTL_MS = 365 * UNIT_MS.DAYS;

/** All that one installation of an app has stored: plain values, secrets, and custom entities, each apart from the others. */
export class Store {
  readonly entities: Entities;
  private readonly options: TableOptions;
  private readonly byEntity = new Map<string, Table>();
  private plain: Table;
  private secrets: Table;

  constructor(entities: Entities, options: TableOptions) {
    this.entities = entities;
    this.options = options;
    this.plain = new Table(options);
    this.secrets = new Table(options);
  }

  /**
   * The plain values, the secrets, or the values of an entity.
   * @throws KvsError where the manifest declares no such entity
   */
  table(where: { entityName?: string | undefined; secret?: boolean }): Table {
    if (where.secret) return this.secrets;
    if (where.entityName === undefined) return this.plain;
    this.entities.schema(where.entityName);
    let table = this.byEntity.get(where.entityName);
    if (!table) this.byEntity.set(where.entityName, (table = new Table(this.options)));
    return table;
  }

  /** @throws KvsError, with KEY_NOT_FOUND where there is nothing */
  get(request: { key: string; entityName?: string | undefined }, secret = false): Entry {
    checkKey(request.key);
    const entry = this.table({ ...request, secret }).get(request.key);
    if (!entry) throw keyNotFound(request.key);
    return entry;
  }

  /** @throws KvsError; as the switch `keyConflict` has it where the key exists and must not */
  set(request: SetRequest, secret = false): { previous: Entry | undefined; latest: Entry } {
    this.check(request, secret);
    const table = this.table({ ...request, secret });
    const previous = table.get(request.key);
    if (previous && request.options?.keyPolicy === 'FAIL_IF_EXISTS') this.checkClaim(table, previous);
    return { previous, latest: table.set(request.key, request.value, ttlMs(request.options?.ttl)) };
  }

  /** @throws KvsError, with KEY_NOT_FOUND where there is nothing */
  delete(request: { key: string; entityName?: string | undefined }, secret = false): void {
    this.get(request, secret);
    this.table({ ...request, secret }).delete(request.key);
  }

  /** @throws KvsError for a key or value that cannot be stored */
  check(request: { key: string; value?: unknown; entityName?: string | undefined }, secret = false): void {
    checkKey(request.key);
    checkValue(request.value, secret ? 'secret' : 'plain');
    if (request.entityName !== undefined) this.entities.checkValue(request.entityName, request.value);
  }

  get switches(): StoreSwitches {
    return this.options.switches;
  }

  /** One page of plain values in the order of their keys. */
  query(query: KeyQuery): { entries: Entry[]; cursor?: string } {
    const prefix = query.where?.[0]?.values[0] ?? '';
    const after = query.after === undefined ? '' : Buffer.from(query.after, 'base64url').toString();
    const left = this.plain
      .seenByQuery()
      .filter(({ key }) => key.startsWith(prefix) && key > after)
      .sort((a, b) => compare(a.key, b.key));
    const entries = left.slice(0, query.limit);
    const last = entries.at(-1);
    const cursor =
      last && left.length > entries.length ? Buffer.from(last.key).toString('base64url') : undefined;
    return { entries, ...(cursor === undefined ? {} : { cursor }) };
  }

  private checkClaim(table: Table, previous: Entry): void {
    const { canClaimExpiredKeys, keyConflict } = this.switches;
    if (canClaimExpiredKeys && table.hasExpired(previous)) return;
    throw new KvsError(keyConflict.status, keyConflict.code, `The key ${previous.key} exists already`);
  }

  snapshot(): StoreSnapshot {
    return {
      plain: this.plain.all(),
      secrets: this.secrets.all(),
      entities: Object.fromEntries([...this.byEntity].map(([name, table]) => [name, table.all()])),
    };
  }

  restore(snapshot: StoreSnapshot): void {
    this.clear();
    this.plain.restore(snapshot.plain);
    this.secrets.restore(snapshot.secrets);
    for (const name of this.entities.names())
      this.table({ entityName: name }).restore(snapshot.entities[name] ?? []);
  }

  clear(): void {
    this.plain = new Table(this.options);
    this.secrets = new Table(this.options);
    this.byEntity.clear();
  }
}

/** @throws KvsError for more than a year */
export function ttlMs(ttl: SetOptions['ttl']): number | undefined {
  if (!ttl) return undefined;
  const ms = ttl.value * UNIT_MS[ttl.unit];
  if (ms > LONGEST_TTL_MS) throw badRequest('A ttl is a year at most');
  return ms;
}
