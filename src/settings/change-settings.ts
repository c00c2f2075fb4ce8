import { retryOnConflict } from '../verification/retry-on-conflict';
import type { SettingsStore, StoredSettings } from './ports';
import type { Settings } from './settings';

/**
 * Saves what `next` makes of the settings in force. Saves nothing where `next` returns the same object.
 * @throws {AppError} `changed-meanwhile`, `storage-unavailable`; what `next` throws
 */
export function changeSettings(
  store: SettingsStore,
  next: (settings: Settings) => Settings,
): Promise<StoredSettings> {
  return retryOnConflict(async () => {
    const before = await store.load();
    const settings = next(before.settings);
    return settings === before.settings ? before : store.save(before.revision, settings);
  });
}
