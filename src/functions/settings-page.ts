import { credentialsForm, settingsForm } from '../settings/settings-form';
import { saveSettings } from '../settings/save-settings';
import { testCredentials } from '../settings/credentials';
import { createWebhookSecret } from '../settings/webhook-secret';
import { WEBHOOK_SECRET_HEADER } from '../contract/webhook-header';
import { access } from './access';
import { decode } from './decode';
import { guardedResolver } from './resolver';
import type { Callers } from './access';
import type { SettingsPageApi, SettingsView, WebhookSecretView } from '../contract/settings-page';
import type { StoredSettings } from '../settings/ports';
import type { Environment } from '../verification/verification';
import type { App } from '../wiring/app';

/** The resolver of the settings page, under both its modules. */
export const settingsPage = guardedResolver<SettingsPageApi, typeof access.settingsPage>(
  'settings-page',
  access.settingsPage,
  { openSettings, testCredentials: test, saveSettings: save, createWebhookSecret: createSecret },
);

async function openSettings(app: App): Promise<SettingsView> {
  return settingsView(app, app.settings.store.load());
}

async function test(
  app: App,
  _: Callers['administrator'],
  payload: unknown,
): Promise<{ environment: Environment }> {
  const form = decode(credentialsForm, payload);
  await testCredentials(app.settings, form);
  return { environment: form.environment };
}

async function save(
  app: App,
  { accountId }: Callers['administrator'],
  payload: unknown,
): Promise<SettingsView> {
  const form = decode(settingsForm, payload);
  return settingsView(app, saveSettings(app.settings, form, accountId));
}

async function createSecret(app: App): Promise<WebhookSecretView> {
  const { secret, stored } = await createWebhookSecret(app.settings);
  return {
    headerName: WEBHOOK_SECRET_HEADER,
    secret,
    settings: await settingsView(app, Promise.resolve(stored)),
  };
}

async function settingsView(app: App, stored: Promise<StoredSettings>): Promise<SettingsView> {
  const [{ settings, revision }, url, statuses] = await Promise.all([
    stored,
    app.webhookAddress.url(),
    app.jira.statuses.list(),
  ]);
  const { credentials, webhookSecrets, ...shown } = settings;
  return {
    ...shown,
    revision,
    credentialsSavedAt: credentials?.savedAt,
    webhook: { url, headerName: WEBHOOK_SECRET_HEADER, secretCreatedAt: webhookSecrets.at(-1)?.createdAt },
    statuses,
  };
}
