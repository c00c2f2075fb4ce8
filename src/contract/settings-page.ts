import type { RequestTypeRef } from '../assurance/rules';
import type { Answer } from './answer';
import type { FieldName, GroupPage, ServiceProjectPage } from '../settings/ports';
import type { OutcomeCheck } from '../settings/check-workflow';
import type { ChangeEntry } from '../settings/change-log';
import type { CommentText } from './comment-document';
import type { LimitOwner } from './limit-owners';
import type { TemplateVariable } from './template';
import type { CommentTemplates, ConfigurableOutcome, Settings, StatusMapping } from '../settings/settings';
import type { WebhookActivity } from '../settings/webhook-journal';
import type { CredentialsForm, SettingsForm } from '../settings/settings-form';
import type { Problem } from '../verification/ticket/ports';
import type { Erasure } from '../verification/upkeep/ports';
import type { Environment } from '../verification/session/session-record';

/** The settings, but for the secrets, and what administrators see beside them. */
export interface SettingsView extends Omit<Settings, 'credentials' | 'webhookSecrets'> {
  revision: number;
  /** When credentials were last saved; they themselves never leave the server. */
  credentialsSavedAt?: number | undefined;
  /** Atlassian account id. */
  credentialsSavedBy?: string | undefined;
  webhook: {
    url: string;
    headerName: string;
    secretCreatedAt?: number | undefined;
    replacedSecretEndsAt?: number | undefined;
    activity: WebhookActivity;
  };
  /** When the newest link that is remembered was sent for a request; its session proves the credentials then in force. */
  newestLinkAt?: number | undefined;
  /** An example of a verification, to see comments with. */
  example: CommentExample;
  /** Newest first. */
  problems: ProblemView[];
  /** The countries whose phone numbers can be read (ISO 3166-1 alpha-2), to choose from. */
  countries: string[];
  /** The site's statuses, to choose from. */
  statuses: { id: string; name: string }[];
  /** What administrators did, newest first. */
  changes: ChangeEntry[];
  /** Projects in which comments are stopped, since Jira made an internal one public. */
  stoppedProjects: { id: string; key: string; at: number }[];
}

/** What a comment of each outcome consists of beside its text, and what the text's variables stand for. */
export interface CommentExample {
  values: Record<TemplateVariable, string>;
  outcomes: Record<Environment, Record<ConfigurableOutcome, Pick<CommentText, 'title' | 'facts'>>>;
  /** The templates to begin with. */
  defaults: CommentTemplates;
  longest: number;
}

/** What changes while nobody changes the settings. */
export type SettingsNews = Pick<SettingsView, 'webhook' | 'problems' | 'newestLinkAt'>;

export interface ProblemView extends Problem {
  id: string;
  canTryAgain: boolean;
}

/** Where the statuses of a mapping can be reached in a project, as far as the app may see. */
export interface WorkflowCheck {
  projectId: string;
  outcomes: OutcomeCheck[];
}

/** What an administrator enters to have a limit lifted. */
export interface LiftLimitForm {
  whose: LimitOwner;
  /** Issue key, e-mail address, or Atlassian account id. */
  name: string;
  reason: string;
}

/** The one time a webhook secret is shown. */
export interface WebhookSecretView {
  headerName: string;
  secret: string;
  settings: SettingsView;
}

export type { RequestTypeRef, CredentialsForm, FieldName, GroupPage, ServiceProjectPage, SettingsForm };

/** The settings page's resolver functions. */
// An interface has no index signature, which Forge's Definitions ask for.
export type SettingsPageApi = {
  openSettings: () => Answer<SettingsView>;
  /** What changes by itself, for a page that waits. */
  readNews: () => Answer<SettingsNews>;
  /** The site's service projects, to choose from; asked for when somebody does. */
  listServiceProjects: (form: { startAt: number }) => Answer<ServiceProjectPage>;
  /** A service project's request types, to choose from; asked for when somebody does. */
  listRequestTypes: (form: { projectId: string }) => Answer<RequestTypeRef[]>;
  /** The site's groups, to choose from; asked for when somebody does. */
  listGroups: (form: { startAt: number }) => Answer<GroupPage>;
  testCredentials: (form: CredentialsForm) => Answer<{ environment: Environment }>;
  saveSettings: (form: SettingsForm) => Answer<SettingsView>;
  /** The replaced secret stays accepted for so many hours. */
  createWebhookSecret: (form: { keepReplacedHours: number }) => Answer<WebhookSecretView>;
  /** Has Incode send a link to an address, for no ticket. */
  sendTestLink: (form: { email: string }) => Answer<SettingsView>;
  /** Looks at one project's workflow with the mapping that is given, saved or not. */
  checkWorkflow: (form: { projectId: string; transitions: StatusMapping }) => Answer<WorkflowCheck>;
  /** Those of the app's fields that Jira does not list. */
  checkFields: () => Answer<FieldName[]>;
  /** Has a ticket told again; answers the problems that are left. */
  tryAgain: (form: { id: string }) => Answer<ProblemView[]>;
  dismissProblem: (form: { id: string }) => Answer<ProblemView[]>;
  /** Ends every webhook secret but the newest at once. */
  revokeReplacedSecrets: () => Answer<SettingsView>;
  /** Takes down that Jira shows the panel on all requests, or that it does not. */
  markPanelShown: (form: { isShown: boolean }) => Answer<SettingsView>;
  /** Comments in a project again, after somebody has looked why a note became public. */
  resumeComments: (form: { projectId: string }) => Answer<SettingsView>;
  /** Forgets the links that were sent within the last day, so that more may be sent. */
  liftLimit: (form: LiftLimitForm) => Answer<null>;
  /** Lets only the rule hold that is for the request now, whatever held for it before. */
  releaseRequest: (form: { issueKey: string; reason: string }) => Answer<null>;
  /** Forgets the identity with which an employee passed first. */
  resetIdentity: (form: { email: string }) => Answer<null>;
  /** Erases everything that is kept of an employee, as far as one call can; then it is called again. */
  eraseEmployee: (form: { email: string }) => Answer<Erasure>;
};
