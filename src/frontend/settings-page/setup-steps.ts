import type { SettingsView } from '../../contract/settings-page';

export interface SetupStep {
  name: 'credentials' | 'secret' | 'webhook' | 'proof' | 'panel' | 'mapping';
  /** `by-hand`: nothing tells the app whether it was done. */
  state: 'done' | 'missing' | 'waiting' | 'optional' | 'by-hand';
}

/** The way to the first verification, and how far it has been gone. */
export function setupSteps(view: SettingsView): SetupStep[] {
  const { credentialsSavedAt, webhook } = view;
  const lastEventAt = Math.max(
    0,
    ...Object.values(webhook.activity.events).map((event) => event?.lastAt ?? 0),
  );
  const hasSecret = webhook.secretCreatedAt !== undefined;
  return [
    { name: 'credentials', state: credentialsSavedAt === undefined ? 'missing' : 'done' },
    { name: 'secret', state: hasSecret ? 'done' : 'missing' },
    { name: 'webhook', state: webhookState(hasSecret, lastEventAt) },
    { name: 'proof', state: isProven(view) ? 'done' : 'missing' },
    { name: 'panel', state: 'by-hand' },
    { name: 'mapping', state: hasMapping(view) ? 'done' : 'optional' },
  ];
}

function hasMapping({ transitions, projectTransitions }: SettingsView): boolean {
  const mappings = [transitions, ...Object.values(projectTransitions)];
  return mappings.some((mapping) => Object.values(mapping).some((status) => status !== null));
}

function webhookState(hasSecret: boolean, lastEventAt: number): SetupStep['state'] {
  if (lastEventAt > 0) return 'done';
  return hasSecret ? 'waiting' : 'missing';
}

// A link that Incode took needed both. Webhooks prove nothing: they tell of the whole organisation's sessions.
function isProven({ credentialsSavedAt, changes, newestLinkAt = 0 }: SettingsView): boolean {
  if (credentialsSavedAt === undefined) return false;
  const tests = changes.filter(({ what }) => what === 'test-link-sent').map(({ at }) => at);
  return Math.max(newestLinkAt, ...tests) > credentialsSavedAt;
}
