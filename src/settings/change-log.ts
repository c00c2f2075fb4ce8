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
    | 'test-link-sent';
  /** The settings that were changed, such as `comments.passed`, or whose limit was lifted. */
  names?: string[];
  reason?: string;
}

/** The newest entries, newest first. Throws `storage-unavailable`. */
export interface ChangeLog {
  add(entry: ChangeEntry): Promise<void>;
  list(): Promise<ChangeEntry[]>;
  /** Takes an account's id out of all entries. */
  forget(accountId: string): Promise<void>;
}
