import { changeSettings } from './change-settings';
import type { SettingsStore, StoredSettings } from './ports';

/**
 * Saves what an administrator says: whether Jira shows the panel on all requests.
 * @throws {AppError} `changed-meanwhile`, `storage-unavailable`
 */
export function markPanelShown(
  { store }: { store: SettingsStore },
  isPanelShown: boolean,
): Promise<StoredSettings> {
  return changeSettings(store, (settings) =>
    settings.isPanelShown === isPanelShown ? settings : { ...settings, isPanelShown },
  );
}
