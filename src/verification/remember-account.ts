import type { Store } from './store';

/**
 * Remembers an account, since ids that are kept have to be reported to Atlassian.
 * @throws {AppError} `storage-unavailable`
 */
export async function rememberAccount({ accounts }: Store, id: string, now: number): Promise<void> {
  if (!(await accounts.load(id))) await accounts.create(id, { sends: [], reportedAt: now });
}
