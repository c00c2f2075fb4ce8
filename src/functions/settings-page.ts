import { z } from 'zod';
import { credentialsForm, settingsForm } from '../settings/settings-form';
import { saveSettings } from '../settings/save-settings';
import { testCredentials } from '../settings/credentials';
import { changedNames } from '../settings/change-log';
import { createWebhookSecret, revokeReplacedSecrets } from '../settings/webhook-secret';
import { WEBHOOK_SECRET_HEADER } from '../contract/webhook-header';
import { access } from './access';
import { decode } from './decode';
import { people, record } from './settings-people';
import { guardedResolver } from './resolver';
import type { Callers } from './access';
import type { SettingsPageApi, SettingsView, WebhookSecretView } from '../contract/settings-page';
import type { StoredSettings } from '../settings/ports';
import type { Environment } from '../verification/verification';
import type { App } from '../wiring/app';

const projectForm = z.object({ projectId: z.string().regex(/^\d+$/) });

/** The resolver of the settings page, under both its modules. */
export const settingsPage = guardedResolver<SettingsPageApi, typeof access.settingsPage>(
  'settings-page',
  access.settingsPage,
  {
    openSettings,
    testCredentials: test,
    saveSettings: save,
    createWebhookSecret: createSecret,
    revokeReplacedSecrets: revoke,
    resumeComments,
    ...people,
  },
);

async function openSettings(app: App): Promise<SettingsView> {
  return settingsView(app, await app.settings.store.load());
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
  const before = await app.settings.store.load();
  const stored = await saveSettings(app.settings, form, accountId);
  const names = changedNames(before.settings, stored.settings);
  await record(app, accountId, { what: 'settings-saved', names });
  return settingsView(app, stored);
}

async function createSecret(app: App, { accountId }: Callers['administrator']): Promise<WebhookSecretView> {
  const { secret, stored } = await createWebhookSecret(app.settings);
  await record(app, accountId, { what: 'webhook-secret-created' });
  return { headerName: WEBHOOK_SECRET_HEADER, secret, settings: await settingsView(app, stored) };
}

async function revoke(app: App, { accountId }: Callers['administrator']): Promise<SettingsView> {
  const stored = await revokeReplacedSecrets(app.settings);
  await record(app, accountId, { what: 'webhook-secrets-revoked' });
  return settingsView(app, stored);
}

async function resumeComments(
  app: App,
  { accountId }: Callers['administrator'],
  payload: unknown,
): Promise<SettingsView> {
  const { projectId } = decode(projectForm, payload);
  await app.verification.stoppedProjects.resume(projectId);
  await record(app, accountId, { what: 'comments-resumed' });
  return settingsView(app, await app.settings.store.load());
}

async function settingsView(app: App, { settings, revision }: StoredSettings): Promise<SettingsView> {
  const [url, statuses, serviceProjects, changes, stoppedProjects] = await Promise.all([
    app.webhookAddress.url(),
    app.jira.statuses.list(),
    app.jira.serviceProjects.list(),
    app.settings.changeLog.list(),
    app.verification.stoppedProjects.list(),
  ]);
  const { credentials, webhookSecrets, ...shown } = settings;
  return {
    ...shown,
    revision,
    credentialsSavedAt: credentials?.savedAt,
    webhook: {
      url,
      headerName: WEBHOOK_SECRET_HEADER,
      secretCreatedAt: webhookSecrets.at(-1)?.createdAt,
      replacedSecretEndsAt: webhookSecrets.at(-2)?.endsAt,
    },
    statuses,
    serviceProjects,
    changes,
    stoppedProjects,
  };
}
