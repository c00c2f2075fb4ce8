import { changeSettings } from './change-settings';
import type { SettingsStore, StoredSettings } from './ports';

/**
 * Takes down whether Jira shows the panel on all requests, by an administrator's word.
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
