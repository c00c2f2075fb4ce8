import { configurableOutcomes, defaultSettings, LONGEST_COMMENT } from '../settings/settings';
import { WEBHOOK_SECRET_HEADER } from '../contract/webhook-header';
import { maskPhone } from '../contract/mask';
import { canTryAgain } from '../verification/problems';
import { commentFor } from '../verification/ticket-comment';
import { newVerification } from '../verification/verification';
import type { CommentExample, ProblemView, SettingsView } from '../contract/settings-page';
import type { StoredSettings } from '../settings/ports';
import type { TellingPolicy } from '../verification/ports';
import type { Environment } from '../verification/verification';
import type { App } from '../wiring/app';

/** All that the page shows, read at once; two calls of Jira, however many projects there are. */
export async function settingsView(
  app: App,
  stored: StoredSettings | Promise<StoredSettings>,
): Promise<SettingsView> {
  const [
    { settings, revision },
    url,
    statuses,
    serviceProjects,
    changes,
    stoppedProjects,
    activity,
    problems,
  ] = await Promise.all([
    stored,
    app.webhookAddress.url(),
    app.jira.statuses.list(),
    app.jira.serviceProjects.list(),
    app.settings.changeLog.list(),
    app.verification.stoppedProjects.list(),
    app.settings.webhookJournal.load(),
    listProblems(app),
  ]);
  const { credentials, webhookSecrets, ...shown } = settings;
  return {
    ...shown,
    revision,
    credentialsSavedAt: credentials?.savedAt,
    credentialsSavedBy: credentials?.savedBy,
    webhook: {
      url,
      headerName: WEBHOOK_SECRET_HEADER,
      secretCreatedAt: webhookSecrets.at(-1)?.createdAt,
      replacedSecretEndsAt: replacedSecretEndsAt(app, webhookSecrets),
      activity,
    },
    example: example(settings.environment),
    problems,
    statuses,
    serviceProjects,
    changes,
    stoppedProjects,
  };
}

function replacedSecretEndsAt(
  { clock }: App,
  secrets: StoredSettings['settings']['webhookSecrets'],
): number | undefined {
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
function example(environment: Environment): CommentExample {
  const verification = {
    ...newVerification({
      interviewId: '66b1f3a2c4d5e6f708192a3b',
      issue: { id: '0', key: '' },
      subject: { email: 'ada.lovelace@example.com', displayName: 'Ada Lovelace', isReporter: true },
      delivery: { method: 'sms', maskedDestination: maskPhone('+14155550123', '1'), source: 'typed' },
      requestedBy: '',
      environment,
      settingsRevision: 0,
      onIdentityChange: 'review',
      employee: '',
      requestedAt: 0,
      expiresAt: 0,
    }),
    identityId: '65f1c0ffee65f1c0ffee65f1',
  };
  const { subject, identityId, interviewId } = verification;
  const policy: TellingPolicy = {
    isInternal: true,
    text: () => '',
    targetStatus: () => undefined,
    doDemoResultsMoveTickets: false,
  };
  const outcomes = configurableOutcomes.map((outcome) => {
    const { title, facts } = commentFor(verification, outcome, policy);
    return [outcome, { title, facts }] as const;
  });
  return {
    values: {
      name: subject.displayName ?? '',
      email: subject.email,
      identityId,
      sessionId: interviewId,
    },
    outcomes: Object.fromEntries(outcomes) as CommentExample['outcomes'],
    defaults: defaultSettings.comments,
    longest: LONGEST_COMMENT,
  };
}
