import { AppError } from '../verification/app-error';
import { bringsCredentials, completeCredentials } from './credentials';
import type { SettingsStore, StoredSettings } from './ports';
import type { Settings } from './settings';
import type { SettingsForm } from './settings-form';

interface SaveSettingsPorts {
  store: SettingsStore;
  clock: { now(): number };
  ids: { next(): string };
}

/**
 * Saves the form as a whole: credentials under a new version first, then the settings that point to it.
 * @throws {AppError} `changed-meanwhile` where another revision is in force by now; `invalid-input`; `storage-unavailable`
 */
export async function saveSettings(
  ports: SaveSettingsPorts,
  form: SettingsForm,
  savedBy: string,
): Promise<StoredSettings> {
  const { store } = ports;
  const before = await store.load();
  if (before.revision !== form.revision) throw new AppError('changed-meanwhile');
  const settings = withForm(before.settings, form);
  checkSize(settings);
  const previous = before.settings.credentials;
  const credentials = await credentialsInForce(ports, before.settings, form, savedBy);
  const saved = await store.save(before.revision, { ...settings, credentials });
  const obsolete = saved ? previous : credentials;
  if (obsolete && credentials.version !== previous?.version) {
    await removeObsolete(store, obsolete).catch(() => undefined);
  }
  if (!saved) throw new AppError('changed-meanwhile');
  return saved;
}

/**
 * Removes credentials, unless the settings point to them: a save whose answer was lost may have taken effect before
 * another one came. Throws `storage-unavailable`; then they stay, encrypted and unused.
 */
async function removeObsolete(store: SettingsStore, { version }: CredentialsInForce): Promise<void> {
  const { settings } = await store.load();
  if (settings.credentials?.version !== version) await store.removeCredentials(version);
}

type CredentialsInForce = NonNullable<Settings['credentials']>;

async function credentialsInForce(
  { store, clock, ids }: SaveSettingsPorts,
  before: Settings,
  form: SettingsForm,
  savedBy: string,
): Promise<CredentialsInForce> {
  if (before.credentials && !bringsCredentials(form)) return before.credentials;
  const version = ids.next();
  await store.saveCredentials(version, await completeCredentials(store, before, form));
  return { version, savedAt: clock.now(), savedBy };
}

function withForm(before: Settings, form: SettingsForm): Omit<Settings, 'credentials'> {
  return {
    environment: form.environment,
    integrationReference: form.integrationReference,
    linkValidityMinutes: form.linkValidityMinutes,
    deliveryMethod: form.deliveryMethod,
    defaultCountry: form.defaultCountry,
    transitions: form.transitions,
    projectTransitions: form.projectTransitions,
    doDemoResultsMoveTickets: form.doDemoResultsMoveTickets,
    doOthersMoveTickets: form.doOthersMoveTickets,
    areCommentsInternal: form.areCommentsInternal,
    comments: form.comments,
    isEmployeeTold: form.isEmployeeTold,
    replies: form.replies,
    passCountsMinutes: form.passCountsMinutes,
    typedDestinations: form.typedDestinations,
    identityChange: form.identityChange,
    missingIdentity: form.missingIdentity,
    limits: form.limits,
    rules: form.rules,
    projects: form.projects,
    projectNames: namesInUse(form),
    agentsGroup: form.agentsGroup,
    retentionDays: form.retentionDays,
    webhookSecrets: before.webhookSecrets,
    isPanelShown: before.isPanelShown,
  };
}

/**
 * Forge keeps 240 KiB under one key, with the revision and the like.
 * @see https://developer.atlassian.com/platform/forge/platform-quotas-and-limits/
 */
const MOST_BYTES = 238 * 1024;

/** @throws {AppError} `invalid-input` for the longest list, where the settings are more than Forge keeps */
function checkSize(settings: Omit<Settings, 'credentials'>): void {
  if (sizeOf(settings) <= MOST_BYTES) return;
  const lists = ['projectTransitions', 'projects', 'rules'] as const;
  const [largest] = lists.toSorted((one, other) => sizeOf(settings[other]) - sizeOf(settings[one]));
  throw new AppError('invalid-input', { fields: { [largest ?? 'projects']: 'too-large' } });
}

function sizeOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

/** Of the names that came with the form, those of the projects that it speaks of. */
function namesInUse({
  projects,
  projectTransitions,
  rules,
  projectNames,
}: SettingsForm): Record<string, string> {
  const ofRules = Object.values(rules).map(({ projectId }) => projectId);
  const ids = new Set([...(projects ?? []), ...Object.keys(projectTransitions), ...ofRules]);
  return Object.fromEntries(Object.entries(projectNames).filter(([id]) => ids.has(id)));
}
