/** What an administrator did. Names and reasons, never values of secrets, addresses or numbers. */
export interface ChangeEntry {
  /** Epoch milliseconds. */
  at: number;
  /** Atlassian account id. */
  by: string;
  what:
    | 'settings-saved'
    | 'webhook-secret-created'
    | 'webhook-secrets-revoked'
    | 'limit-lifted'
    | 'identity-reset'
    | 'employee-erased'
    | 'comments-resumed'
    | 'panel-shown'
    | 'panel-not-shown'
    | 'test-link-sent'
    | 'request-released';
  /** The settings that were changed, such as `comments.passed`, whose limit was lifted, or which request was released. */
  names?: string[];
  /** How many more there were than are named. */
  unnamed?: number;
  reason?: string;
  /** It takes another call to go on with it, whose entry stands in place of this one. */
  isUnfinished?: boolean;
}

const ENTRIES_KEPT = 100;
const MOST_NAMES = 20;

/** The newest entries with one more, all of them short enough to be kept together in one record of Forge's. */
export function withEntry(entries: ChangeEntry[], entry: ChangeEntry): ChangeEntry[] {
  const [newest, ...older] = entries;
  const others = newest && goesOn(newest, entry) ? older : entries;
  return [entry, ...others].slice(0, ENTRIES_KEPT).map(withFewNames);
}

/** The next call of the same work follows at once, and each of them ends within 25 s. */
const GOES_ON_WITHIN_MS = 60_000;

function goesOn({ isUnfinished = false, what, by, at }: ChangeEntry, entry: ChangeEntry): boolean {
  return isUnfinished && what === entry.what && by === entry.by && entry.at - at <= GOES_ON_WITHIN_MS;
}

/** The entries without an account's id: neither as who did it, nor as whose limit was lifted. */
export function withoutAccount(entries: ChangeEntry[], accountId: string): ChangeEntry[] {
  return entries.map(({ names, ...entry }) => ({
    ...entry,
    by: entry.by === accountId ? '' : entry.by,
    ...(names && { names: names.filter((name) => name !== accountId) }),
  }));
}

function withFewNames(entry: ChangeEntry): ChangeEntry {
  const { names = [], unnamed = 0 } = entry;
  if (names.length <= MOST_NAMES) return entry;
  return { ...entry, names: names.slice(0, MOST_NAMES), unnamed: unnamed + names.length - MOST_NAMES };
}

/** The newest entries, newest first. Throws `storage-unavailable`. */
export interface ChangeLog {
  add(entry: ChangeEntry): Promise<void>;
  list(): Promise<ChangeEntry[]>;
  /** Takes an account's id out of all entries. */
  forget(accountId: string): Promise<void>;
}
