import { changeSettings } from './change-settings';
import type { ChangeLog } from './change-log';
import type { SettingsStore } from './ports';

/** Takes an account's id out of the settings and the change log. Throws `storage-unavailable`, `changed-meanwhile`. */
export async function forgetAdministrator(
  { store, changeLog }: { store: SettingsStore; changeLog: ChangeLog },
  accountId: string,
): Promise<void> {
  await changeLog.forget(accountId);
  await changeSettings(store, (settings) => {
    const { credentials } = settings;
    if (credentials?.savedBy !== accountId) return settings;
    return { ...settings, credentials: { ...credentials, savedBy: '' } };
  });
}
