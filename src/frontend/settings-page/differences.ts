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
  const all = changedSettings(formOf(base), after).map((name) => ({
    name,
    theirs: their.get(name),
    mine: mine.get(name),
  }));
  return base.credentialsSavedAt === theirs.credentialsSavedAt ? all : [credentials(form), ...all];
}

function credentials(form: SettingsForm): Difference {
  const isTyped = [form.apiKey, form.clientId, form.clientSecret].some((text) => text !== '');
  const mine = isTyped || form.areCredentialsReplaced ? 'replaced' : 'kept';
  return { name: 'credentials', theirs: 'replaced', mine };
}

/** What was changed between two forms, setting by setting. */
export function changedSettings(before: SettingsForm, after: SettingsForm): string[] {
  return changedNames(before, after).filter((name) => name !== 'revision');
}

/** What `form` changed of `before`, on top of what is saved by now, setting by setting. */
export function rebase(before: SettingsForm, saved: SettingsForm, form: SettingsForm): SettingsForm {
  const mine = settingValues(form);
  const names = changedSettings(before, form);
  return withSettings(saved, new Map(names.map((name) => [name, mine.get(name)])));
}
