import { DEMO_PASS_TEXT } from '../contract/comment-document';
import { renderTemplate } from '../contract/template';
import { configurableOutcomes } from '../settings/settings';
import { AppError } from '../verification/app-error';
import { fold, passEndsAt } from '../verification/session/fold';
import type { TemplateVariable } from '../contract/template';
import type { SettingsStore, StoredSettings } from '../settings/ports';
import type { ConfigurableOutcome, Settings } from '../settings/settings';
import type { SendingPolicy } from '../verification/sending/ports';
import type { IdentityDoubt, Outcome } from '../verification/session/state';
import type { Verification } from '../verification/session/session-record';
import type { UpdatePolicy } from '../verification/ticket/ports';

/** What the settings mean for verifications. */
export function policiesOf(settingsStore: SettingsStore) {
  return {
    sending: async () => sendingPolicy(await settingsStore.load()),
    ticketUpdates: async () => updatePolicy((await settingsStore.load()).settings),
    retentionDays: async () => (await settingsStore.load()).settings.retentionDays,
  };
}

function sendingPolicy({ settings, revision }: StoredSettings): SendingPolicy {
  const { credentials, environment, integrationReference, linkValidityMinutes } = settings;
  if (!credentials) throw new AppError('not-configured');
  return {
    settingsRevision: revision,
    environment,
    credentialsVersion: credentials.version,
    integrationReference,
    linkValidityMinutes,
    typedDestinations: settings.typedDestinations,
    identityChange: settings.identityChange,
    missingIdentity: settings.missingIdentity,
    limits: settings.limits,
    isEmployeeTold: settings.isEmployeeTold,
  };
}

function updatePolicy(settings: Settings): UpdatePolicy {
  return {
    isInternal: settings.areCommentsInternal,
    passCountsMs: settings.passCountsMinutes * 60_000,
    text: (verification, outcome, now) => commentText(settings, verification, outcome, now),
    targetStatus: (outcome, projectId) => {
      const configurable = configurableOutcome(outcome);
      const mapping = settings.projectTransitions[projectId] ?? settings.transitions;
      return configurable && (mapping[configurable] ?? undefined);
    },
    reply: (kind) => (settings.isEmployeeTold ? settings.replies[kind] : undefined),
    doDemoResultsMoveTickets: settings.doDemoResultsMoveTickets,
    doOthersMoveTickets: settings.doOthersMoveTickets,
  };
}

/** The outcome whose template and status an administrator chose for this one. */
function configurableOutcome(outcome: Outcome): ConfigurableOutcome | undefined {
  if (outcome === 'identity-changed') return 'review';
  return configurableOutcomes.find((configurable) => configurable === outcome);
}

/** Texts that administrators cannot change: they say that something is wrong. */
const fixedTexts: Partial<Record<Outcome, string>> = {
  conflicting:
    'Do not proceed — Incode reported both a pass and a failure for this session. Ask for a review of the session in Incode’s dashboard.',
  mismatch:
    'Do not proceed — this result is for a different person. Ask for a review of the session in Incode’s dashboard.',
  objected: 'Do not proceed — the employee says they didn’t ask for this verification.',
};

const doubtTexts: Record<IdentityDoubt, string> = {
  other: 'This employee passed with a different Incode identity than before.',
  missing: 'Incode didn’t report an identity, so the app can’t compare it with the known identity.',
  unreadable: 'The app couldn’t read all of this result from Incode.',
};

const oldPass = 'This pass is too old to rely on. Send a new link before you proceed.';

function commentText(settings: Settings, verification: Verification, outcome: Outcome, now: number): string {
  const { identityDoubt, identityId } = fold(verification, now);
  const doubt = outcome === 'identity-changed' && identityDoubt ? doubtTexts[identityDoubt] : undefined;
  const configurable = configurableOutcome(outcome);
  const own =
    instead(settings, verification, outcome, now) ??
    (configurable &&
      renderTemplate(settings.comments[configurable], templateValues(verification, identityId)));
  return [own, doubt, fixedTexts[outcome]].filter(Boolean).join('\n\n');
}

/** The text for a pass that must not be relied on, in place of the administrator's text. */
function instead(
  { passCountsMinutes }: Settings,
  verification: Verification,
  outcome: Outcome,
  now: number,
): string | undefined {
  if (outcome !== 'passed') return undefined;
  if (verification.link.environment === 'demo') return DEMO_PASS_TEXT;
  return now >= passEndsAt(fold(verification, now), passCountsMinutes * 60_000) ? oldPass : undefined;
}

function templateValues(
  { link: { subject }, interviewId }: Verification,
  identityId: string | undefined,
): Record<TemplateVariable, string> {
  return {
    name: subject.displayName ?? subject.email,
    email: subject.email,
    identityId: identityId ?? '',
    sessionId: interviewId,
  };
}
