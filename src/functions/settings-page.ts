import * as z from 'zod/mini';
import { markPanelShown } from '../settings/mark-panel-shown';
import { saveSettings } from '../settings/save-settings';
import { testCredentials } from '../settings/credentials';
import {
  createWebhookSecret,
  REPLACED_SECRET_KEPT_HOURS,
  revokeReplacedSecrets,
} from '../settings/webhook-secret';
import { changedNames } from '../contract/setting-values';
import { WEBHOOK_SECRET_HEADER } from '../contract/webhook-header';
import { AppError } from '../verification/app-error';
import { access } from './access';
import { decode, projectId } from './decode';
import { record, viewAfter } from './settings-changes';
import { credentialsForm, settingsForm } from './settings-form';
import { loadPhoneNumbers } from './load-phone-numbers';
import { health } from './settings-health';
import { people } from './settings-people';
import { trials } from './settings-trials';
import { newsView, readArrivals, readSurroundings, settingsView } from './settings-view';
import { guardedResolver } from './resolver';
import type { Callers } from './access';
import type { Settings } from '../settings/settings';
import type {
  GroupPage,
  RequestTypeRef,
  ServiceProjectPage,
  SettingsNews,
  SettingsPageApi,
  SettingsView,
  WebhookSecretView,
} from '../contract/settings-page';
import type { Environment } from '../verification/session/session-record';
import type { App } from '../wiring/app';

const keptHours = REPLACED_SECRET_KEPT_HOURS;
const secretForm = z.object({
  keepReplacedHours: z._default(
    z.int().check(z.minimum(keptHours.least), z.maximum(keptHours.most)),
    keptHours.usual,
  ),
});
const pageForm = z.object({ startAt: z.int().check(z.minimum(0)) });
const projectForm = z.object({ projectId });
const panelForm = z.object({ isShown: z.boolean() });

/** The resolver of the settings page, under both its modules. */
export const settingsPage = guardedResolver<SettingsPageApi, typeof access.settingsPage>(
  'settings-page',
  access.settingsPage,
  {
    openSettings: { read: openSettings },
    readNews: { read: readNews },
    listServiceProjects: { act: listServiceProjects },
    listRequestTypes: { act: listRequestTypes },
    listGroups: { act: listGroups },
    testCredentials: { act: test },
    saveSettings: { act: save },
    createWebhookSecret: { act: createSecret },
    revokeReplacedSecrets: { act: revoke },
    markPanelShown: { act: markPanel },
    resumeComments: { act: resumeComments },
    sendTestLink: { act: trials.sendTestLink },
    checkWorkflow: { act: trials.checkWorkflow },
    checkFields: { act: (app) => app.jira.identityFields.missing() },
    tryAgain: { act: health.tryAgain },
    dismissProblem: { act: health.dismissProblem },
    liftLimit: { act: people.liftLimit },
    releaseRequest: { act: people.releaseRequest },
    resetIdentity: { act: people.resetIdentity },
    eraseEmployee: { act: people.eraseEmployee },
  },
);

async function openSettings(app: App): Promise<SettingsView> {
  const [stored, around] = await Promise.all([app.settings.store.load(), readSurroundings(app)]);
  return settingsView(app, stored, around);
}

async function readNews(app: App): Promise<SettingsNews> {
  const [{ settings }, arrivals] = await Promise.all([app.settings.store.load(), readArrivals(app)]);
  return newsView(app, settings, arrivals);
}

async function listServiceProjects(
  app: App,
  _: Callers['administrator'],
  payload: unknown,
): Promise<ServiceProjectPage> {
  return app.jira.serviceProjects.list(decode(pageForm, payload).startAt);
}

async function listRequestTypes(
  app: App,
  _: Callers['administrator'],
  payload: unknown,
): Promise<RequestTypeRef[]> {
  return app.jira.requestTypes.list(decode(projectForm, payload).projectId);
}

async function listGroups(app: App, _: Callers['administrator'], payload: unknown): Promise<GroupPage> {
  return app.jira.groups.list(decode(pageForm, payload).startAt);
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
  const { countries } = await loadPhoneNumbers();
  const form = decode(settingsForm(countries), payload);
  const [before, around] = await Promise.all([app.settings.store.load(), readSurroundings(app)]);
  await checkGroup(app, before.settings.agentsGroup, form.agentsGroup);
  const stored = await saveSettings(app.settings, form, accountId);
  const names = changesByName(before.settings, stored.settings);
  const recorded = await record(app, accountId, { what: 'settings-saved', names });
  return viewAfter(app, stored, around, recorded);
}

/** The names of what was changed; rules by the name that people gave them. */
function changesByName(before: Settings, after: Settings): string[] {
  const rules = { ...before.rules, ...after.rules };
  return changedNames(before, after).map((name) => {
    const [group, id = ''] = name.split('.');
    const rule = group === 'rules' ? rules[id] : undefined;
    return rule ? `rules.${rule.name}` : name;
  });
}

/** Refuses a new name of a group that Jira does not have, letter by letter: with it nobody could verify. */
async function checkGroup({ jira }: App, before: string, name: string): Promise<void> {
  if (name === '' || name === before || (await jira.groups.isThere(name))) return;
  throw new AppError('invalid-input', { fields: { agentsGroup: 'no-such-group' } });
}

async function createSecret(
  app: App,
  { accountId }: Callers['administrator'],
  payload: unknown,
): Promise<WebhookSecretView> {
  const { keepReplacedHours } = decode(secretForm, payload);
  const around = await readSurroundings(app);
  const { secret, stored } = await createWebhookSecret(app.settings, keepReplacedHours);
  const recorded = await record(app, accountId, { what: 'webhook-secret-created' });
  const settings = viewAfter(app, stored, around, recorded);
  return { headerName: WEBHOOK_SECRET_HEADER, secret, settings };
}

async function revoke(app: App, { accountId }: Callers['administrator']): Promise<SettingsView> {
  const around = await readSurroundings(app);
  const stored = await revokeReplacedSecrets(app.settings);
  const recorded = await record(app, accountId, { what: 'webhook-secrets-revoked' });
  return viewAfter(app, stored, around, recorded);
}

async function markPanel(
  app: App,
  { accountId }: Callers['administrator'],
  payload: unknown,
): Promise<SettingsView> {
  const { isShown } = decode(panelForm, payload);
  const around = await readSurroundings(app);
  const stored = await markPanelShown(app.settings, isShown);
  const recorded = await record(app, accountId, { what: isShown ? 'panel-shown' : 'panel-not-shown' });
  return viewAfter(app, stored, around, recorded);
}

async function resumeComments(
  app: App,
  { accountId }: Callers['administrator'],
  payload: unknown,
): Promise<SettingsView> {
  const { projectId } = decode(projectForm, payload);
  const [stored, around] = await Promise.all([app.settings.store.load(), readSurroundings(app)]);
  const stoppedProjects = around.stoppedProjects.filter(({ id }) => id !== projectId);
  // Another administrator was quicker, or nothing was stopped: there is nothing to do, and nothing to write down.
  if (stoppedProjects.length === around.stoppedProjects.length) return settingsView(app, stored, around);
  await app.verification.stoppedProjects.resume(projectId);
  const recorded = await record(app, accountId, { what: 'comments-resumed' });
  return viewAfter(app, stored, { ...around, stoppedProjects }, recorded);
}
