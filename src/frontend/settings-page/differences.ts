import { changedNames, settingValues, withSettings } from '../../contract/setting-values';
import { formOf } from './form-of';
import type { SettingsForm, SettingsView } from '../../contract/settings-page';

/** Stands for the value of a setting that one of the two did not change. */
export const unchanged = Symbol();

/** A setting that somebody else, the form or both changed, with what they changed it to. */
export interface Difference {
  name: string;
  theirs: unknown;
  mine: unknown;
}

const secrets = ['apiKey', 'clientId', 'clientSecret', 'areCredentialsReplaced'];

/**
 * What somebody else changed since `base`, and what the form did; nothing where only the form did. Of credentials only
 * that they are `replaced`.
 */
export function differences(base: SettingsView, theirs: SettingsView, form: SettingsForm): Difference[] {
  const before = formOf(base);
  const [their, mine] = [changes(before, formOf(theirs)), changes(before, form)];
  if (base.credentialsSavedAt !== theirs.credentialsSavedAt) their.set('credentials', 'replaced');
  if (secrets.filter((name) => mine.delete(name)).length > 0) mine.set('credentials', 'replaced');
  if (their.size === 0) return [];
  return [...new Map([...their, ...mine]).keys()].map((name) => ({
    name,
    theirs: their.has(name) ? their.get(name) : unchanged,
    mine: mine.has(name) ? mine.get(name) : unchanged,
  }));
}

/** What was changed between two forms, setting by setting. */
export function changedSettings(before: SettingsForm, after: SettingsForm): string[] {
  return changedNames(before, after).filter((name) => name !== 'revision');
}

/** The settings that were changed between two forms, with what they were changed to. */
function changes(before: SettingsForm, after: SettingsForm): Map<string, unknown> {
  const values = settingValues(after);
  return new Map(changedSettings(before, after).map((name) => [name, values.get(name)]));
}

/** What `form` changed of `before`, on top of what is saved by now, setting by setting. */
export function rebase(before: SettingsForm, saved: SettingsForm, form: SettingsForm): SettingsForm {
  return withSettings(saved, changes(before, form));
}
