import type { ChangeLog } from './change-log';
import type { SettingsStore } from './ports';

/** Takes an account's id out of the settings and the change log. Throws `storage-unavailable`, `changed-meanwhile`. */
export async function forgetAdministrator(
  { store, changeLog }: { store: SettingsStore; changeLog: ChangeLog },
  accountId: string,
): Promise<void> {
  await changeLog.forget(accountId);
  const { settings, revision } = await store.load();
  const { credentials } = settings;
  if (credentials?.savedBy !== accountId) return;
  await store.save(revision, { ...settings, credentials: { ...credentials, savedBy: '' } });
}
