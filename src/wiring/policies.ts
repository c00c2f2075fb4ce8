import { renderTemplate } from '../contract/template';
import { configurableOutcomes } from '../settings/settings';
import { AppError } from '../verification/app-error';
import type { SettingsStore, StoredSettings } from '../settings/ports';
import type { ConfigurableOutcome, Settings } from '../settings/settings';
import type { TemplateVariable } from '../contract/template';
import type { Policies, SendingPolicy, TellingPolicy } from '../verification/ports';
import type { Outcome } from '../verification/ticket-update';
import type { Verification } from '../verification/verification';

/** What the settings mean for verifications. */
export function policiesOf(settingsStore: SettingsStore): Policies {
  return {
    sending: async () => sendingPolicy(await settingsStore.load()),
    telling: async () => tellingPolicy((await settingsStore.load()).settings),
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
    limits: settings.limits,
  };
}

function tellingPolicy(settings: Settings): TellingPolicy {
  return {
    isInternal: settings.areCommentsInternal,
    text: (verification, outcome) => commentText(settings, verification, outcome),
    targetStatus: (outcome, projectId) => {
      const configurable = configurableOutcome(outcome);
      const mapping = settings.projectTransitions[projectId] ?? settings.transitions;
      return configurable && (mapping[configurable] ?? undefined);
    },
    doDemoResultsMoveTickets: settings.doDemoResultsMoveTickets,
  };
}

/** The outcome whose template and status an administrator chose for this one. */
function configurableOutcome(outcome: Outcome): ConfigurableOutcome | undefined {
  if (outcome === 'identity-changed') return 'review';
  return configurableOutcomes.find((configurable) => configurable === outcome);
}

/** What no administrator words: something is wrong, and the ticket has to say so. */
const fixedTexts: Partial<Record<Outcome, string>> = {
  'identity-changed': 'Incode reported another identity than the one with which this employee passed before.',
  contradicted:
    'Do not proceed — Incode reported both a success and a failure for this session. Send a new link, and have the session looked at in Incode’s dashboard.',
  mismatch:
    'Do not proceed — the result belongs to a different person than the one who was asked. Have the session looked at in Incode’s dashboard.',
};

function commentText(settings: Settings, verification: Verification, outcome: Outcome): string {
  const configurable = configurableOutcome(outcome);
  const own = configurable && renderTemplate(settings.comments[configurable], templateValues(verification));
  return [own, fixedTexts[outcome]].filter(Boolean).join('\n\n');
}

function templateValues({
  subject,
  identityId,
  interviewId,
}: Verification): Record<TemplateVariable, string> {
  return {
    name: subject.displayName ?? subject.email,
    email: subject.email,
    identityId: identityId ?? '',
    sessionId: interviewId,
  };
}
