import { AppError } from '../verification/app-error';
import type { CredentialsTester, SettingsStore } from './ports';
import type { Credentials, Settings } from './settings';
import type { CredentialsForm } from './settings-form';

const names = ['apiKey', 'clientId', 'clientSecret'] as const;

/** Whether the form has new credentials, or must have them. */
export function bringsCredentials(form: CredentialsForm): boolean {
  return form.areCredentialsReplaced === true || names.some((name) => form[name] !== '');
}

/**
 * What was typed, completed with what is saved unless all of it is replaced.
 * @throws {AppError} `invalid-input` naming each credential that is neither typed nor saved
 */
export async function completeCredentials(
  store: SettingsStore,
  { credentials }: Settings,
  form: CredentialsForm,
): Promise<Credentials> {
  const saved =
    credentials && !form.areCredentialsReplaced
      ? await store.loadCredentials(credentials.version)
      : undefined;
  const value = (name: keyof Credentials) => (form[name] === '' ? (saved?.[name] ?? '') : form[name]);
  const complete = {
    apiKey: value('apiKey'),
    clientId: value('clientId'),
    clientSecret: value('clientSecret'),
  };
  const missing = names.filter((name) => complete[name] === '');
  if (missing.length > 0) {
    throw new AppError('invalid-input', {
      fields: Object.fromEntries(missing.map((name) => [name, 'required'])),
    });
  }
  return complete;
}

/**
 * Proves client ID and client secret by having Incode issue an access token. Saves nothing.
 * @throws {AppError} `invalid-input`, or as `CredentialsTester.test` does
 */
export async function testCredentials(
  { store, tester }: { store: SettingsStore; tester: CredentialsTester },
  form: CredentialsForm,
): Promise<void> {
  const { settings } = await store.load();
  await tester.test(form.environment, await completeCredentials(store, settings, form));
}
