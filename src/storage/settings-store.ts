import { kvs } from '@forge/kvs';
import { defaultSettings } from '../settings/settings';
import { commitRows, createRow, loadRow } from './entity';
import { stored } from './failure';
import type { SettingsStore } from '../settings/ports';
import type { Credentials, Settings } from '../settings/settings';

const ENTITY = 'settings';
const KEY = 'settings';

/** Settings in an entity of one record; credentials in the secret store, a version each. */
export const settingsStore: SettingsStore = {
  async load() {
    const row = await loadRow<Settings>(ENTITY, KEY);
    return row
      ? { settings: { ...defaultSettings, ...row.details }, revision: row.rev }
      : { settings: defaultSettings, revision: 0 };
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
  removeCredentials: (version) => stored(kvs.deleteSecret(credentialsKey(version))),
};

function credentialsKey(version: string): string {
  return `credentials:${version}`;
}
