import { renderTemplate } from '../contract/template';
import { configurableOutcomes } from '../settings/settings';
import { AppError } from '../verification/app-error';
import type { SettingsStore, StoredSettings } from '../settings/ports';
import type { ConfigurableOutcome, Settings } from '../settings/settings';
import type { Policies, SendingPolicy, TellingPolicy } from '../verification/ports';
import type { Outcome } from '../verification/ticket-update';
import type { Verification } from '../verification/verification';

/** What the settings mean for verifications. */
export function policiesOf(settingsStore: SettingsStore): Policies {
  return {
    sending: async () => sendingPolicy(await settingsStore.load()),
    telling: async () => tellingPolicy((await settingsStore.load()).settings),
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
  };
}

function tellingPolicy(settings: Settings): TellingPolicy {
  return {
    isInternal: settings.areCommentsInternal,
    text: (verification, outcome) => commentText(settings, verification, outcome),
    targetStatus: (outcome) =>
      isConfigurable(outcome) ? (settings.transitions[outcome] ?? undefined) : undefined,
    doDemoResultsMoveTickets: settings.doDemoResultsMoveTickets,
  };
}

/** Outcomes that no administrator words: something is wrong, and the ticket has to say so. */
const fixedTexts: Record<Exclude<Outcome, ConfigurableOutcome>, string> = {
  contradicted:
    'Do not proceed — Incode reported both a success and a failure for this session. Send a new link, and have the session looked at in Incode’s dashboard.',
  mismatch:
    'Do not proceed — the result belongs to a different person than the one who was asked. Have the session looked at in Incode’s dashboard.',
};

function commentText(settings: Settings, verification: Verification, outcome: Outcome): string {
  if (!isConfigurable(outcome)) return fixedTexts[outcome];
  const { subject, identityId, interviewId } = verification;
  return renderTemplate(settings.comments[outcome], {
    name: subject.displayName ?? subject.email,
    email: subject.email,
    identityId: identityId ?? '',
    sessionId: interviewId,
  });
}

function isConfigurable(outcome: Outcome): outcome is ConfigurableOutcome {
  return configurableOutcomes.some((configurable) => configurable === outcome);
}
