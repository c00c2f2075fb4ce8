import { changedNames, settingValues, withSettings } from '../../contract/setting-values';
import { formOf } from './form-of';
import { settingLabel, settingValue } from './setting-words';
import type { ProjectNames } from './setting-words';
import type { SettingsForm, SettingsView } from '../../contract/settings-page';

/** A setting that somebody else changed meanwhile, in words. */
export interface Difference {
  label: string;
  theirs: string;
  mine: string;
}

/** What somebody else changed since `base`, beside what the form says. */
export function differences(
  base: SettingsView,
  theirs: SettingsView,
  form: SettingsForm,
  names: ProjectNames,
): Difference[] {
  const after = formOf(theirs);
  const [their, mine] = [settingValues(after), settingValues(form)];
  const rows = changedNames(formOf(base), after).flatMap((name): Difference[] => {
    const label = settingLabel(name, names);
    if (label === undefined) return [];
    const [theirWords, myWords] = [their, mine].map((values) => settingValue(name, values.get(name), names));
    return [{ label, theirs: theirWords ?? '', mine: myWords ?? '' }];
  });
  return base.credentialsSavedAt === theirs.credentialsSavedAt ? rows : [credentials(form), ...rows];
}

function credentials(form: SettingsForm): Difference {
  const isTyped = [form.apiKey, form.clientId, form.clientSecret].some((text) => text !== '');
  const mine = isTyped || form.areCredentialsReplaced ? 'Replaced' : 'As they were';
  return { label: 'Credentials', theirs: 'Replaced', mine };
}

/** The form's own changes on top of what somebody else saved, setting by setting. */
export function rebase(base: SettingsView, theirs: SettingsView, form: SettingsForm): SettingsForm {
  const mine = settingValues(form);
  const names = changedNames(formOf(base), form).filter((name) => name !== 'revision');
  return withSettings(formOf(theirs), new Map(names.map((name) => [name, mine.get(name)])));
}
