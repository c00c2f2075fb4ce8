import { kvs } from '@forge/kvs';
import { defaultSettings } from '../settings/settings';
import { commitRows, createRow, loadRow } from './entity';
import { stored } from './failure';
import { tokenStore } from './token-store';
import type { Row } from './entity';
import type { SettingsStore, StoredSettings } from '../settings/ports';
import type { Credentials, Settings } from '../settings/settings';

const ENTITY = 'settings';
const KEY = 'settings';

/** Settings in an entity of one record; credentials in the secret store, a version each. */
export const settingsStore: SettingsStore = {
  async load() {
    return toSettings(await loadRow<Settings>(ENTITY, KEY));
  },
  async save(revision, settings) {
    const isSaved =
      revision === 0
        ? (await createRow(ENTITY, KEY, settings)) !== undefined
        : await commitRows([{ entityName: ENTITY, key: KEY, rev: revision, details: settings }]);
    return isSaved ? { settings, revision: revision + 1 } : undefined;
  },
  loadCredentials: (version) => stored(kvs.getSecret<Credentials>(credentialsKey(version))),
  saveCredentials: (version, credentials) => stored(kvs.setSecret(credentialsKey(version), credentials)),
  removeCredentials: async (version) => {
    await tokenStore.remove(version);
    await stored(kvs.deleteSecret(credentialsKey(version)));
  },
};

/** The key of the settings, for reading them in a batch with other records. */
export const settingsPlace = { entityName: ENTITY, key: KEY };

/** The settings in a row; the defaults where nothing was ever saved. */
export function toSettings(row: Row<Settings> | undefined): StoredSettings {
  if (!row) return { settings: defaultSettings, revision: 0 };
  const limits = { ...defaultSettings.limits, ...row.details.limits };
  return { settings: { ...defaultSettings, ...row.details, limits }, revision: row.rev };
}

function credentialsKey(version: string): string {
  return `credentials:${version}`;
}
