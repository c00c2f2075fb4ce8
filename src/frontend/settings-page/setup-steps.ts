import type { SettingsView } from '../../contract/settings-page';

export interface SetupStep {
  title: string;
  /** `by-hand`: nothing tells the app whether it was done. */
  state: 'done' | 'missing' | 'waiting' | 'optional' | 'by-hand';
  toDo: string;
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
    {
      title: 'Enter and save Incode’s credentials',
      state: credentialsSavedAt === undefined ? 'missing' : 'done',
      toDo: 'You get the API Key from your Incode contact; the others are in Incode’s dashboard under Integrations.',
    },
    {
      title: 'Create the webhook secret',
      state: hasSecret ? 'done' : 'missing',
      toDo: 'Below, under Webhook. Until then no result can reach a ticket.',
    },
    {
      title: 'Register the webhook in Incode’s dashboard',
      state: webhookState(hasSecret, lastEventAt),
      toDo: hasSecret
        ? 'Waiting for your first webhook. It comes as soon as somebody opens a verification link, such as the test link below.'
        : 'Under Configuration → Webhooks, with the URL, the header and the four events shown below.',
    },
    {
      title: 'Prove API Key and Integration Reference',
      state: isProven(view) ? 'done' : 'missing',
      toDo: 'Send a test link to yourself, at the end of this page. It touches no ticket.',
    },
    {
      title: 'Show the panel on all requests',
      state: 'by-hand',
      toDo: 'Jira shows the panel on a request after somebody has added it there, until you choose “Show for all work items” for it in Jira’s settings for apps. Jira does not tell the app whether you have.',
    },
    {
      title: 'Map outcomes to statuses',
      state: hasMapping(view) ? 'done' : 'optional',
      toDo: 'Where nothing is mapped, people move the tickets.',
    },
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
