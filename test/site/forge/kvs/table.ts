import type { Clock } from '../../clock';
import type { ForgeSwitches } from '../switches';

/** A stored value; never changed, only replaced. */
export interface Entry {
  key: string;
  value: unknown;
  createdAt: number;
  updatedAt: number;
  expireAt?: number;
}

export type StoreSwitches = Pick<
  ForgeSwitches,
  | 'queryLagMs'
  | 'expiredLingerMs'
  | 'canClaimExpiredKeys'
  | 'keyConflict'
  | 'missingInBatch'
  | 'conditionNotMet'
  | 'transactionsTakeOneKeyTwice'
>;

export interface TableOptions {
  clock: Clock;
  switches: StoreSwitches;
}

interface LateWrite {
  at: number;
  key: string;
  entry: Entry | undefined;
}

/** One set of keys: its values as a `get` sees them, at once, and as a query sees them, some time later. */
export class Table {
  private readonly entries = new Map<string, Entry>();
  private readonly indexed = new Map<string, Entry>();
  private late: LateWrite[] = [];

  private readonly options: TableOptions;

  constructor(options: TableOptions) {
    this.options = options;
  }

  get(key: string): Entry | undefined {
    const entry = this.entries.get(key);
    return entry && this.isThere(entry) ? entry : undefined;
  }

  /** Whether the value's ttl is over, though it may still be returned. */
  hasExpired({ expireAt }: Entry): boolean {
    return expireAt !== undefined && expireAt <= this.options.clock.now();
  }

  set(key: string, value: unknown, ttlMs: number | undefined): Entry {
    const now = this.options.clock.now();
    const createdAt = this.get(key)?.createdAt ?? now;
    const entry: Entry = { key, value, createdAt, updatedAt: now };
    if (ttlMs !== undefined) entry.expireAt = now + ttlMs;
    this.write(key, entry);
    return entry;
  }

  delete(key: string): void {
    this.write(key, undefined);
  }

  /** What a query finds now, in no order. */
  seenByQuery(): Entry[] {
    this.catchUp();
    return [...this.indexed.values()].filter((entry) => this.isThere(entry));
  }

  /** All that is stored, oldest first. */
  all(): Entry[] {
    return [...this.entries.values()].filter((entry) => this.isThere(entry));
  }

  restore(entries: Entry[]): void {
    for (const entry of entries) {
      this.entries.set(entry.key, entry);
      this.indexed.set(entry.key, entry);
    }
  }

  private write(key: string, entry: Entry | undefined): void {
    put(this.entries, key, entry);
    this.late.push({ at: this.options.clock.now(), key, entry });
    this.catchUp();
  }

  /** Shows to queries what was written long enough ago. */
  private catchUp(): void {
    const seen = this.options.clock.now() - this.options.switches.queryLagMs;
    for (const write of this.late.filter((each) => each.at <= seen))
      put(this.indexed, write.key, write.entry);
    this.late = this.late.filter((each) => each.at > seen);
  }

  private isThere(entry: Entry): boolean {
    return (entry.expireAt ?? Infinity) + this.options.switches.expiredLingerMs > this.options.clock.now();
  }
}

function put(map: Map<string, Entry>, key: string, entry: Entry | undefined): void {
  if (entry) map.set(key, entry);
  else map.delete(key);
}
