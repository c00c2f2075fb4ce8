import type { Answer } from './answer';
import type { CommentTemplates, StatusMapping } from '../settings/settings';
import type { CredentialsForm, SettingsForm } from '../settings/settings-form';
import type { DeliveryMethod, Environment } from '../verification/verification';

export interface SettingsView {
  revision: number;
  environment: Environment;
  integrationReference: string;
  /** When credentials were last saved; they themselves never leave the server. */
  credentialsSavedAt?: number | undefined;
  linkValidityMinutes: number;
  deliveryMethod: DeliveryMethod;
  transitions: StatusMapping;
  doDemoResultsMoveTickets: boolean;
  areCommentsInternal: boolean;
  comments: CommentTemplates;
  webhook: { url: string; headerName: string; secretCreatedAt?: number | undefined };
  /** The site's statuses, to choose from. */
  statuses: { id: string; name: string }[];
}

/** The one time a webhook secret is shown. */
export interface WebhookSecretView {
  headerName: string;
  secret: string;
  settings: SettingsView;
}

export type { CredentialsForm, SettingsForm };

/** The settings page's resolver functions. */
// An interface has no index signature, which Forge's Definitions ask for.
export type SettingsPageApi = {
  openSettings: () => Answer<SettingsView>;
  testCredentials: (form: CredentialsForm) => Answer<{ environment: Environment }>;
  saveSettings: (form: SettingsForm) => Answer<SettingsView>;
  createWebhookSecret: () => Answer<WebhookSecretView>;
};
