import { AppError } from '../verification/app-error';
import type { SettingsStore, StoredSettings } from './ports';

const TRIES = 3;

/**
 * Takes down whether Jira shows the panel on all requests, by an administrator's word.
 * @throws {AppError} `changed-meanwhile`, `storage-unavailable`
 */
export async function markPanelShown(
  { store }: { store: SettingsStore },
  isPanelShown: boolean,
): Promise<StoredSettings> {
  for (let tries = 0; tries < TRIES; tries++) {
    const before = await store.load();
    if (before.settings.isPanelShown === isPanelShown) return before;
    const stored = await store.save(before.revision, { ...before.settings, isPanelShown });
    if (stored) return stored;
  }
  throw new AppError('changed-meanwhile', { isRetryable: true });
}
