import { changedNames, settingValues, withSettings } from '../../contract/setting-values';
import { formOf } from './form-of';
import type { SettingsForm, SettingsView } from '../../contract/settings-page';

/** A setting that somebody else changed meanwhile, with its values. */
export interface Difference {
  name: string;
  theirs: unknown;
  mine: unknown;
}

/** What somebody else changed since `base`, beside what the form says; of credentials only whether they are `replaced`. */
export function differences(base: SettingsView, theirs: SettingsView, form: SettingsForm): Difference[] {
  const after = formOf(theirs);
  const [their, mine] = [settingValues(after), settingValues(form)];
  const all = changedNames(formOf(base), after)
    .filter((name) => name !== 'revision')
    .map((name) => ({ name, theirs: their.get(name), mine: mine.get(name) }));
  return base.credentialsSavedAt === theirs.credentialsSavedAt ? all : [credentials(form), ...all];
}

function credentials(form: SettingsForm): Difference {
  const isTyped = [form.apiKey, form.clientId, form.clientSecret].some((text) => text !== '');
  const mine = isTyped || form.areCredentialsReplaced ? 'replaced' : 'kept';
  return { name: 'credentials', theirs: 'replaced', mine };
}

/** The form's own changes on top of what somebody else saved, setting by setting. */
export function rebase(base: SettingsView, theirs: SettingsView, form: SettingsForm): SettingsForm {
  const mine = settingValues(form);
  const names = changedNames(formOf(base), form).filter((name) => name !== 'revision');
  return withSettings(formOf(theirs), new Map(names.map((name) => [name, mine.get(name)])));
}
