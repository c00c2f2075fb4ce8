import { changeSettings } from './change-settings';
import type { ChangeLog } from './change-log';
import type { SettingsStore } from './ports';

interface Ports {
  store: SettingsStore;
  changeLog: ChangeLog;
}

/** The accounts that the settings and the change log name. Throws `storage-unavailable`. */
export async function namedAccounts({ store, changeLog }: Ports): Promise<Set<string>> {
  const [{ settings }, entries] = await Promise.all([store.load(), changeLog.list()]);
  // `names` also holds names of settings, which match no account id.
  return new Set([
    settings.credentials?.savedBy ?? '',
    ...entries.flatMap(({ by, names = [] }) => [by, ...names]),
  ]);
}

/** Takes an account's id out of the settings and the change log. Throws `storage-unavailable`, `changed-meanwhile`. */
export async function forgetAdministrator({ store, changeLog }: Ports, accountId: string): Promise<void> {
  await changeLog.forget(accountId);
  await changeSettings(store, (settings) => {
    const { credentials } = settings;
    if (credentials?.savedBy !== accountId) return settings;
    return { ...settings, credentials: { ...credentials, savedBy: '' } };
  });
}
