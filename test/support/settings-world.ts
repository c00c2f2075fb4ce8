import { defaultSettings } from '../../src/settings/settings';
import { secretMaker } from '../../src/platform/secret-maker';
import type { AppError } from '../../src/verification/app-error';
import type { CredentialsTester, SettingsStore } from '../../src/settings/ports';
import type { Credentials, Settings } from '../../src/settings/settings';
import type { SettingsForm } from '../../src/settings/settings-form';

/** Fakes of the settings' ports, and what tests want to look at. */
export class SettingsWorld {
  readonly credentials = new Map<string, Credentials>();
  readonly tested: unknown[] = [];
  readonly secrets = secretMaker;
  time = Date.parse('2026-03-02T09:00:00Z');
  testError: AppError | undefined;
  /** Called before each save: the place to have somebody else save in between. */
  beforeSave: () => void = () => undefined;
  private settings: Settings = defaultSettings;
  private revision = 0;
  private count = 0;

  readonly clock = { now: () => this.time };
  readonly ids = { next: () => `version-${++this.count}` };

  readonly store: SettingsStore = {
    load: () => Promise.resolve({ settings: structuredClone(this.settings), revision: this.revision }),
    save: (revision, settings) => {
      this.beforeSave();
      if (revision !== this.revision) return Promise.resolve(undefined);
      this.settings = settings;
      this.revision++;
      return Promise.resolve({ settings, revision: this.revision });
    },
    loadCredentials: (version) => Promise.resolve(this.credentials.get(version)),
    saveCredentials: (version, credentials) => {
      this.credentials.set(version, credentials);
      return Promise.resolve();
    },
    removeCredentials: (version) => {
      this.credentials.delete(version);
      return Promise.resolve();
    },
  };

  readonly tester: CredentialsTester = {
    test: (environment, credentials) => {
      this.tested.push({ environment, ...credentials });
      return this.testError ? Promise.reject(this.testError) : Promise.resolve();
    },
  };

  /** Somebody else's save. */
  overwrite(changes: Partial<Settings>): void {
    this.settings = { ...this.settings, ...changes };
    this.revision++;
  }

  /** The form as an administrator fills it in for the first time, with changes. */
  form(changes: Partial<SettingsForm> = {}): SettingsForm {
    return {
      ...defaultSettings,
      revision: 0,
      apiKey: 'api-key',
      clientId: 'client-id',
      clientSecret: 'client-secret',
      integrationReference: 'reference',
      ...changes,
    };
  }
}
