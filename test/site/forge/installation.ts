import type { Installation } from './invocation';
import type { AppManifest } from './manifest';

export const LIFECYCLE_EVENTS = ['avi:forge:installed:app', 'avi:forge:upgraded:app'] as const;

export type LifecycleEvent = (typeof LIFECYCLE_EVENTS)[number];

const CLOUD_ID = '9f2c41f7-7f5c-4d1e-8f67-3b0a6f1f2e';
const INSTALLATION_ID = 'c1f4a7e2-93d6-4b7e-8f1a-2e6b0d5c9a';

/**
 * The same on every start, so that what a state file holds stays valid.
 * @param number which installation of the app it is, from 0
 */
export function installationOf(manifest: AppManifest, number: number): Installation {
  const suffix = (base: number): string => (base + number).toString(16).padStart(2, '0');
  return {
    appId: manifest.appId,
    appVersion: '1.0.0',
    cloudId: CLOUD_ID + suffix(0x55),
    environmentId: '4d0b9c5e-2a37-4d0a-9a70-6de0c5a1b7d2',
    installationId: INSTALLATION_ID + suffix(0x84),
  };
}

/**
 * What a trigger of the app's own life is called with.
 * @see https://developer.atlassian.com/platform/forge/events-reference/life-cycle/
 */
export function lifecycleEvent(
  { appId, appVersion, environmentId, installationId }: Installation,
  eventType: LifecycleEvent,
  accountId: string | undefined,
): object {
  const who = eventType === 'avi:forge:installed:app' ? 'installerAccountId' : 'upgraderAccountId';
  return {
    id: installationId,
    [who]: accountId,
    app: { id: appId, version: appVersion },
    environment: { id: environmentId },
    eventType,
    selfGenerated: false,
  };
}
