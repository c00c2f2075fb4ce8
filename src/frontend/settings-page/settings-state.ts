import { rebase } from './differences';
import { formOf } from './form-of';
import type { WireError } from '../../contract/answer';
import type { SettingsForm, SettingsNews, SettingsView } from '../../contract/settings-page';
import type { Faults } from './form-problems';
import type { Loosened } from './loosened';

/**
 * What the page holds of the settings, in one piece: Forge draws after each change of a state (its root is one of React's
 * older kind, `createContainer(…, 0)` in `@forge/react`), and sends Jira the whole page each time.
 */
export interface SettingsState {
  saved?: SettingsView | undefined;
  /** What the form was begun on: as saved then, and as a form. */
  base?: SettingsView;
  begun?: SettingsForm;
  /** What somebody else saved meanwhile. */
  theirs?: SettingsView | undefined;
  form?: SettingsForm | undefined;
  /** Why the settings could not be shown or saved, and which fields are to blame. */
  failure?: WireError | undefined;
  faults: Faults;
  /** What saving would make looser, while the administrator is asked about it. */
  loosened: Loosened[];
  isSaving: boolean;
  /** Whether the form was saved and not touched since. */
  isSaved: boolean;
}

export const nothingShown: SettingsState = { faults: {}, loosened: [], isSaving: false, isSaved: false };

/** Shows what is saved with a form on it that was begun as `begun`. */
export function shown(
  state: SettingsState,
  view: SettingsView,
  form: SettingsForm = formOf(view),
  begun: SettingsForm = formOf(view),
): SettingsState {
  return {
    ...failed(state, undefined),
    saved: view,
    base: view,
    theirs: undefined,
    begun,
    form,
    isSaved: false,
  };
}

/** What could not be done, or nothing. */
export function failed(state: SettingsState, failure: WireError | undefined): SettingsState {
  return { ...state, failure, faults: failure?.fields ?? {} };
}

/** Values for the form, or what makes them of the form as it is by now. */
export type Change = Partial<SettingsForm> | ((form: SettingsForm) => Partial<SettingsForm>);

/** Takes values into the form; what was wrong with them is not any more. */
export function changed(state: SettingsState, values: Change): SettingsState {
  const before = state.form;
  if (!before) return state;
  const form = { ...before, ...(typeof values === 'function' ? values(before) : values) };
  const isAsItWas = (name: string) => valueAt(before, name) === valueAt(form, name);
  const faults = Object.fromEntries(Object.entries(state.faults).filter(([name]) => isAsItWas(name)));
  return { ...state, form, faults, isSaved: false };
}

/** Shows what `entered` was saved as. What was typed while that was saved stays. */
export function written(state: SettingsState, entered: SettingsForm, view: SettingsView): SettingsState {
  const form = rebase(entered, formOf(view), state.form ?? entered);
  return { ...shown(state, view, form), isSaved: true };
}

/** Takes over what was done by another way than the form, by `writes` (0 or 1) of our own. */
export function adopted(state: SettingsState, view: SettingsView, writes: 0 | 1): SettingsState {
  const { form } = state;
  // Further on than our own write means that somebody else saved, too: the next save has to find out.
  const isOurs = form !== undefined && view.revision === form.revision + writes;
  return { ...state, saved: view, form: isOurs ? { ...form, revision: view.revision } : form };
}

/** Takes over what changes by itself: what arrived, and problems. */
export function refreshed(state: SettingsState, news: Partial<SettingsNews>): SettingsState {
  return { ...state, saved: state.saved && { ...state.saved, ...news } };
}

/** Goes back to what is saved: by others, too, where a save was overtaken. */
export function discarded(state: SettingsState): SettingsState {
  const view = state.theirs ?? state.saved;
  return view ? shown(state, view) : state;
}

/** Puts the form's own changes on top of what somebody else saved. */
export function keptMine(state: SettingsState): SettingsState {
  const { base, theirs, form } = state;
  if (!base || !theirs || !form) return state;
  return shown(state, theirs, rebase(formOf(base), formOf(theirs), form));
}

/** Why the settings could not be shown or saved; not any more once every fault is mended. */
export function errorOf({ failure, faults }: SettingsState): WireError | undefined {
  const isMended = failure?.code === 'invalid-input' && Object.keys(faults).length === 0;
  return isMended ? undefined : failure;
}

/** What stands in the form at a field's name, such as `limits.perTicket`. */
function valueAt(form: SettingsForm, name: string): unknown {
  return name.split('.').reduce<unknown>((part, key) => (Object(part) as Record<string, unknown>)[key], form);
}
