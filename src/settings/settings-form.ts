import type { Environment } from '../verification/session/session-record';
import type { Credentials, SetElsewhere, Settings } from './settings';

/** Credentials as typed; an empty one means the one that is saved, unless all of them are replaced. */
export interface CredentialsForm extends Credentials {
  environment: Environment;
  areCredentialsReplaced?: boolean | undefined;
}

/** Everything on the settings page that *Save configuration* saves. */
export interface SettingsForm extends Omit<Settings, SetElsewhere>, CredentialsForm {
  /** Which revision the form was begun on. */
  revision: number;
}
