import type { SettingsForm, SettingsView } from '../../contract/settings-page';

export interface SetupStep {
  name: 'credentials' | 'secret' | 'webhook' | 'proof' | 'panel' | 'mapping';
  /** `by-hand`: nothing tells the app whether it was done, so that an administrator has to say. */
  state: 'done' | 'missing' | 'waiting' | 'optional' | 'by-hand';
}

/** The way to the first verification, and how far it has been gone. */
export function setupSteps(view: SettingsView): SetupStep[] {
  const { credentialsSavedAt, webhook, isPanelShown } = view;
  const hasSecret = webhook.secretCreatedAt !== undefined;
  return [
    { name: 'credentials', state: credentialsSavedAt === undefined ? 'missing' : 'done' },
    { name: 'secret', state: hasSecret ? 'done' : 'missing' },
    { name: 'webhook', state: webhookState(view) },
    { name: 'proof', state: isProven(view) ? 'done' : 'missing' },
    { name: 'panel', state: isPanelShown ? 'done' : 'by-hand' },
    { name: 'mapping', state: hasMapping(view) ? 'done' : 'optional' },
  ];
}

/** How many steps count, how many of these are done, and which comes next. What is optional counts once it is done. */
export function setupProgress(steps: SetupStep[]) {
  const counted = steps.filter(({ state }) => state !== 'optional');
  const open = counted.filter(({ state }) => state !== 'done');
  return { all: counted.length, done: counted.length - open.length, next: open[0]?.name };
}

/** Whether a webhook of Incode's has ever come in. */
export function hasWebhookArrived({ webhook }: Pick<SettingsView, 'webhook'>): boolean {
  return Object.values(webhook.activity.events).some((event) => event !== undefined && event.lastAt > 0);
}

/** Whether some outcome is mapped to a status, for all projects or for one. */
export function hasMapping({
  transitions,
  projectTransitions,
}: Pick<SettingsForm, 'transitions' | 'projectTransitions'>): boolean {
  const mappings = [transitions, ...Object.values(projectTransitions)];
  return mappings.some((mapping) => Object.values(mapping).some((status) => status !== null));
}

function webhookState(view: SettingsView): SetupStep['state'] {
  if (hasWebhookArrived(view)) return 'done';
  return view.webhook.secretCreatedAt === undefined ? 'missing' : 'waiting';
}

// A link that Incode took needed both. Webhooks prove nothing: they tell of the whole organisation's sessions.
function isProven({ credentialsSavedAt, changes, newestLinkAt = 0 }: SettingsView): boolean {
  if (credentialsSavedAt === undefined) return false;
  const tests = changes.filter(({ what }) => what === 'test-link-sent').map(({ at }) => at);
  return Math.max(newestLinkAt, ...tests) > credentialsSavedAt;
}
