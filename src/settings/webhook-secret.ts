import { changeSettings } from './change-settings';
import { liveSecrets } from './settings';
import type { SecretMaker, SettingsStore, StoredSettings } from './ports';
import type { Settings } from './settings';

/** How long the secret that a new one replaces may still be accepted: time to change it in Incode's dashboard. */
export const REPLACED_SECRET_KEPT_HOURS = { least: 0, most: 7 * 24, usual: 24 } as const;

const HOUR_MS = 60 * 60_000;

interface WebhookSecretPorts {
  store: SettingsStore;
  secrets: SecretMaker;
  clock: { now(): number };
}

/**
 * Makes a new webhook secret and remembers its digest. The one before stays accepted for `keptHours`, older ones do not.
 * @returns the secret, which cannot be had again, and the settings with its digest
 * @throws {AppError} `changed-meanwhile`, `storage-unavailable`
 */
export async function createWebhookSecret(
  ports: WebhookSecretPorts,
  keptHours: number = REPLACED_SECRET_KEPT_HOURS.usual,
): Promise<{ secret: string; stored: StoredSettings }> {
  const { store, secrets, clock } = ports;
  const secret = secrets.next();
  const digest = secrets.digest(secret);
  const stored = await changeSettings(store, (settings) =>
    withSecret(settings, digest, clock.now(), keptHours),
  );
  return { secret, stored };
}

function withSecret(settings: Settings, digest: string, now: number, keptHours: number): Settings {
  const newest = liveSecrets(settings, now).filter(({ endsAt }) => endsAt === undefined);
  const replaced = newest.map((secret) => ({ ...secret, endsAt: now + keptHours * HOUR_MS }));
  return { ...settings, webhookSecrets: [...replaced, { digest, createdAt: now }] };
}

/**
 * Ends every webhook secret but the newest at once.
 * @throws {AppError} `changed-meanwhile`, `storage-unavailable`
 */
export function revokeReplacedSecrets({ store }: Pick<WebhookSecretPorts, 'store'>): Promise<StoredSettings> {
  return changeSettings(store, (settings) => ({
    ...settings,
    webhookSecrets: settings.webhookSecrets.slice(-1),
  }));
}

/** Whether one of the values of the secret's header is a secret that is accepted now. */
export async function isWebhookAccepted(ports: WebhookSecretPorts, presented: string[]): Promise<boolean> {
  const { settings } = await ports.store.load();
  const accepted = liveSecrets(settings, ports.clock.now());
  const digests = presented.map((value) => ports.secrets.digest(value));
  return accepted.some(({ digest }) => digests.some((other) => ports.secrets.areEqual(digest, other)));
}
