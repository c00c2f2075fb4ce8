import { longestTexts } from '../contract/setting-ranges';
import { loadPhoneNumbers } from './load-phone-numbers';
import { configurableOutcomes, defaultSettings } from '../settings/settings';
import { WEBHOOK_SECRET_HEADER } from '../contract/webhook-header';
import { maskPhone } from '../contract/mask';
import { canTryAgain } from '../verification/ticket/problems';
import { commentFor } from '../verification/ticket/ticket-comment';
import { nothingHappened } from '../verification/session/session-record';
import type { CommentExample, ProblemView, SettingsNews, SettingsView } from '../contract/settings-page';
import type { StoredSettings } from '../settings/ports';
import type { Settings } from '../settings/settings';
import type { Environment, Verification } from '../verification/session/session-record';
import type { App } from '../wiring/app';

/** What the page shows beside the settings. */
export type Surroundings = Awaited<ReturnType<typeof readSurroundings>>;

/** Reads it at once; one call of Jira, however many projects there are. */
export async function readSurroundings(app: App) {
  const [statuses, changes, stoppedProjects, { countries }, arrivals] = await Promise.all([
    app.jira.statuses.list(),
    app.settings.changeLog.list(),
    app.verification.stoppedProjects.list(),
    loadPhoneNumbers(),
    readArrivals(app),
  ]);
  return { statuses, changes, stoppedProjects, countries, ...arrivals };
}

/** What changes although nobody saves the settings. Needs no call of Jira. */
export async function readArrivals(app: App) {
  const [url, activity, problems, newestLinkAt] = await Promise.all([
    app.webhookAddress.url(),
    app.settings.webhookJournal.load(),
    listProblems(app),
    app.verification.store.newestRequestedAt(),
  ]);
  return { url, activity, problems, newestLinkAt };
}

/** All that the page shows at first. */
export function settingsView(
  app: App,
  { settings, revision }: StoredSettings,
  { statuses, changes, stoppedProjects, countries, ...arrivals }: Surroundings,
): SettingsView {
  const { credentials, webhookSecrets: _, ...shown } = settings;
  return {
    ...shown,
    revision,
    credentialsSavedAt: credentials?.savedAt,
    credentialsSavedBy: credentials?.savedBy,
    ...newsView(app, settings, arrivals),
    example: example(),
    countries,
    statuses,
    changes,
    stoppedProjects,
  };
}

/** What a page that waits is told. */
export function newsView(
  app: App,
  { webhookSecrets }: Settings,
  { url, activity, problems, newestLinkAt }: Awaited<ReturnType<typeof readArrivals>>,
): SettingsNews {
  const webhook = {
    url,
    headerName: WEBHOOK_SECRET_HEADER,
    secretCreatedAt: webhookSecrets.at(-1)?.createdAt,
    replacedSecretEndsAt: replacedSecretEndsAt(app, webhookSecrets),
    activity,
  };
  return { webhook, problems, newestLinkAt };
}

function replacedSecretEndsAt({ clock }: App, secrets: Settings['webhookSecrets']): number | undefined {
  const endsAt = secrets.at(-2)?.endsAt;
  return endsAt !== undefined && endsAt > clock.now() ? endsAt : undefined;
}

/** What administrators were told of, newest first, but for `gone`, which the index may still list. */
export async function listProblems(app: App, gone?: string): Promise<ProblemView[]> {
  const problems = await app.settings.problems.list();
  return problems
    .filter(({ id }) => id !== gone)
    .map((problem) => ({ ...problem, canTryAgain: canTryAgain(problem) }));
}

/** Made by what makes the comments themselves. The text is left out: the browser fills in the template being typed. */
function example(): CommentExample {
  const verification = exampleOf('demo');
  const { displayName: name = '', email } = verification.link.subject;
  return {
    values: { name, email, identityId: EXAMPLE_IDENTITY, sessionId: verification.interviewId },
    outcomes: { demo: comments(verification), production: comments(exampleOf('production')) },
    defaults: defaultSettings.comments,
    longest: longestTexts.comment,
  };
}

const EXAMPLE_IDENTITY = '65f1c0ffee65f1c0ffee65f1';

function comments(verification: Verification): CommentExample['outcomes']['demo'] {
  const { interviewId } = verification;
  const outcomes = configurableOutcomes.map((outcome) => {
    const mark = { interviewId, outcome, sequence: 1 };
    const { title, facts } = commentFor(
      { verification, match: 'reporter' },
      mark,
      { isInternal: true, text: () => '' },
      0,
    );
    return [outcome, { title, facts }] as const;
  });
  return Object.fromEntries(outcomes) as CommentExample['outcomes']['demo'];
}

function exampleOf(environment: Environment): Verification {
  return {
    interviewId: '66b1f3a2c4d5e6f708192a3b',
    link: {
      issue: { id: '0', key: '' },
      subject: { email: 'ada.lovelace@example.com', displayName: 'Ada Lovelace', reporter: 'reporter' },
      delivery: { method: 'sms', maskedDestination: maskPhone('+14155550123', '1'), source: 'typed' },
      requestedBy: '',
      environment,
      settingsRevision: 0,
      onIdentityChange: 'review',
      onMissingIdentity: 'review',
      employee: '',
      requestedAt: 0,
      expiresAt: 0,
    },
    facts: {
      ...nothingHappened,
      events: { succeeded: { at: 0, rev: 1, identity: { at: 0, rev: 1, text: EXAMPLE_IDENTITY } } },
    },
    upkeep: { rev: 0 },
  };
}
