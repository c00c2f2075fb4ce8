import type { Rule } from '../assurance/rules';
import type { SendingLimits } from '../verification/sending/limits';
import type { ReplyKind } from '../verification/ticket/progress';
import type { TypedDestinations } from '../verification/sending/ports';
import type {
  DeliveryMethod,
  Environment,
  IdentityChangeRule,
  MissingIdentityRule,
} from '../verification/session/session-record';

/** The outcomes that an administrator can map to a status and word a comment for. */
export type ConfigurableOutcome = 'passed' | 'failed' | 'review';

export const configurableOutcomes: readonly ConfigurableOutcome[] = ['passed', 'failed', 'review'];

/** A Jira status: its id decides, its name stands in where the id is gone. */
export interface StatusRef {
  id: string;
  name: string;
}

/** `null`: leave the status alone. */
export type StatusMapping = Record<ConfigurableOutcome, StatusRef | null>;

export type CommentTemplates = Record<ConfigurableOutcome, string>;

/** SHA-256 of a webhook secret; the secret itself is kept nowhere. Times are epoch milliseconds. */
export interface WebhookSecret {
  digest: string;
  createdAt: number;
  /** From when it is no longer accepted. */
  endsAt?: number | undefined;
}

/** Everything an administrator can set, but for the secrets. */
export interface Settings {
  environment: Environment;
  integrationReference: string;
  /** Which version of the credentials is in force. */
  credentials?: { version: string; savedAt: number; savedBy: string } | undefined;
  linkValidityMinutes: number;
  deliveryMethod: DeliveryMethod;
  /** The country of phone numbers that are typed without one (ISO 3166-1 alpha-2); empty: they need their own. */
  defaultCountry: string;
  transitions: StatusMapping;
  /** Project id → its own mapping, in place of `transitions`. */
  projectTransitions: Record<string, StatusMapping>;
  doDemoResultsMoveTickets: boolean;
  /** Whether the verification of somebody who is not known to be the reporter moves the ticket. */
  doOthersMoveTickets: boolean;
  areCommentsInternal: boolean;
  comments: CommentTemplates;
  /** Whether employees who are the reporter are told in public that a link was sent, and that they passed. */
  isEmployeeTold: boolean;
  replies: Record<ReplyKind, string>;
  /** How long a pass counts. */
  passCountsMinutes: number;
  typedDestinations: TypedDestinations;
  identityChange: IdentityChangeRule;
  /** What a pass without an identity is, where one is known. */
  missingIdentity: MissingIdentityRule;
  limits: SendingLimits & {
    /** How many links all rules of Automation may send within any 24 hours. */
    byAutomation: number;
  };
  /** What requests need before they count as verified, by a number that a rule keeps. */
  rules: Record<string, Rule>;
  /** Ids of the service projects in which the app is used; `null`: all of them. */
  projects: string[] | null;
  /** Project id → the name it had when it was chosen, of each project that `projects`, `projectTransitions` and `rules` speak of. */
  projectNames: Record<string, string>;
  /** Name of the Jira group whose agents may verify; empty: every agent. */
  agentsGroup: string;
  /** How long verifications are kept. */
  retentionDays: number;
  webhookSecrets: WebhookSecret[];
  /** Whether an administrator says that Jira shows the panel on all requests, which Jira does not tell. */
  isPanelShown: boolean;
}

/** What the settings page does not save with the rest: secrets, and what has an action of its own. */
export type SetElsewhere = 'credentials' | 'webhookSecrets' | 'isPanelShown';

/** Incode API credentials of one environment. Secrets, all of them. */
export interface Credentials {
  apiKey: string;
  clientId: string;
  clientSecret: string;
}

export const defaultSettings: Settings = {
  environment: 'demo',
  integrationReference: '',
  linkValidityMinutes: 10,
  deliveryMethod: 'sms',
  defaultCountry: '',
  transitions: { passed: null, failed: null, review: null },
  projectTransitions: {},
  doDemoResultsMoveTickets: false,
  doOthersMoveTickets: true,
  areCommentsInternal: true,
  comments: {
    passed: 'Identity confirmed — you may proceed',
    failed: 'Do not proceed — escalate for review',
    review: 'Do not proceed until review is complete',
  },
  isEmployeeTold: false,
  replies: {
    sent: 'We’ve sent you a link to confirm your identity. If you didn’t ask for this, don’t open the link, and tell us here.',
    passed: 'Your identity was confirmed for this request. If that wasn’t you, tell us here at once.',
  },
  passCountsMinutes: 60,
  typedDestinations: 'allowed',
  identityChange: 'review',
  missingIdentity: 'review',
  limits: { perTicket: 10, perEmployee: 10, perAgent: 100, coolDownSeconds: 0, byAutomation: 100 },
  rules: {},
  projects: null,
  projectNames: {},
  agentsGroup: '',
  retentionDays: 90,
  webhookSecrets: [],
  isPanelShown: false,
};

/** Whether links can be sent and their results accepted. */
export function isSetUp(settings: Settings, now: number): boolean {
  const hasCredentials = settings.credentials !== undefined && settings.integrationReference !== '';
  return hasCredentials && liveSecrets(settings, now).length > 0;
}

/** Whether the app is used in a project. */
export function isUsedIn({ projects }: Settings, projectId: string): boolean {
  return projects === null || projects.includes(projectId);
}

/** The webhook secrets that are accepted now. */
export function liveSecrets({ webhookSecrets }: Settings, now: number): WebhookSecret[] {
  return webhookSecrets.filter(({ endsAt }) => endsAt === undefined || now < endsAt);
}
