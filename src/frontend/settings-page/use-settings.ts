import { view as bridge } from '@forge/bridge';
import { useCallback, useEffect, useRef } from 'react';
import { call } from '../components/call';
import { useCurrentState } from '../components/use-current-state';
import { proposedCountry } from './countries';
import { changedSettings, differences } from './differences';
import { formOf } from './form-of';
import { formProblems } from './form-problems';
import { invoke } from './invoke';
import { loosened } from './loosened';
import {
  adopted,
  changed,
  discarded,
  errorOf,
  failed,
  keptMine,
  nothingShown,
  refreshed,
  shown,
  written,
} from './settings-state';
import type { WireError } from '../../contract/answer';
import type { SettingsForm, SettingsNews, SettingsView } from '../../contract/settings-page';
import type { CurrentState } from '../components/use-current-state';
import type { Difference } from './differences';
import type { Faults } from './form-problems';
import type { ServiceProjects } from './listings';
import type { Loosened } from './loosened';
import type { Change, SettingsState } from './settings-state';
import type { ProjectNames } from './setting-words';

type Projects = ServiceProjects['listed'];

export interface SettingsModel {
  /** Asks for the settings again, where they could not be shown. */
  open: () => void;
  saved: SettingsView | undefined;
  form: SettingsForm | undefined;
  /** Of projects that the settings speak of, and of those that are listed. */
  projectNames: ProjectNames;
  /** The form as it is, drawn or not. */
  currentForm: () => SettingsForm | undefined;
  /** Why the settings could not be shown or saved; not any more once every fault is mended. */
  error: WireError | undefined;
  /** What is wrong with fields, until they are changed. */
  faults: Faults;
  /** Marks fields, too, without having tried to save. */
  mark: (faults: Faults) => void;
  isSaving: boolean;
  /** The names of the settings that are changed and not saved. */
  unsaved: string[];
  /** Whether the form was saved and not touched since. */
  isSaved: boolean;
  /** What somebody else saved since this page was opened, after a save was refused for it. */
  overtakenBy: Difference[] | undefined;
  /** Takes values, or what makes them of the form as it is by now, however quick the hand. */
  change: (values: Change) => void;
  /** Saves, unless that has to be asked first. */
  save: () => Promise<void>;
  /** What saving would make looser, while the administrator is asked about it. */
  loosened: Loosened[];
  /** Saves what was asked about. */
  saveLoosened: () => Promise<void>;
  /** Does not save what was asked about. */
  cancelSaving: () => void;
  /** Goes back to what is saved: by others, too, where a save was overtaken. */
  discard: () => void;
  /** Puts the form's own changes on top of what somebody else saved. */
  keepMine: () => void;
  /** Takes over what was done by another way than the form, by `writes` (0 or 1) of our own. */
  adopt: (settings: SettingsView, writes: 0 | 1) => void;
  /** Takes over what changes by itself: what arrived, and problems. */
  refresh: (news: Partial<SettingsNews>) => void;
}

/** The settings as saved, and the form on them. */
export function useSettings(listed: Projects): SettingsModel {
  const settings = useCurrentState(() => nothingShown);
  const { saved, base, theirs, form, begun, faults, loosened, isSaving, isSaved } = settings.value;
  const { current, update } = settings;
  const unsaved = form && begun ? changedSettings(begun, form) : [];
  const refresh = useCallback(
    (news: Partial<SettingsNews>) => update((before) => refreshed(before, news)),
    [update],
  );

  return {
    ...{ saved, form, unsaved, faults, loosened, isSaving, refresh },
    ...savingWith(settings, listed),
    open: useOpening(update),
    error: errorOf(settings.value),
    isSaved: isSaved && unsaved.length === 0,
    projectNames: namesOf(listed, theirs ?? form),
    overtakenBy: base && theirs && form && differences(base, theirs, form),
    currentForm: () => current().form,
    mark: (found) => update((before) => ({ ...before, faults: { ...before.faults, ...found } })),
    change: (values) => update((before) => changed(before, values)),
    discard: () => update(discarded),
    keepMine: () => update(keptMine),
    adopt: (view, writes) => update((before) => adopted(before, view, writes)),
  };
}

/** What is listed tells the names as they are now: a project may have been renamed since it was chosen. */
function namesOf(listed: Projects, settings?: Pick<SettingsForm, 'projectNames'>): Record<string, string> {
  return { ...settings?.projectNames, ...Object.fromEntries(listed.map(({ id, name }) => [id, name])) };
}

type Update = CurrentState<SettingsState>['update'];
type Step = Parameters<Update>[0];

/** Saves the form, unless the browser can tell that it would be refused. */
function savingWith({ current, update }: CurrentState<SettingsState>, listed: Projects) {
  const write = async (entered: SettingsForm): Promise<Step> => {
    const projectNames = namesOf(listed, entered);
    const answer = await call(invoke('saveSettings', { ...entered, projectNames }));
    if (answer.ok) return (before) => written(before, entered, answer.data);
    if (answer.error.code !== 'changed-meanwhile') return (before) => failed(before, answer.error);
    const other = await call(invoke('openSettings'));
    if (!other.ok) return (before) => failed(before, other.error);
    return (before) => ({ ...failed(before, answer.error), theirs: other.data });
  };
  const attempt = async (isSure: boolean) => {
    const { saved, form, isSaving } = current();
    if (!saved || !form || isSaving) return;
    const fields = formProblems(form, saved);
    const loose = isSure ? [] : loosened(formOf(saved), form);
    if (Object.keys(fields).length > 0) {
      update((before) => failed(before, { code: 'invalid-input', fields }));
    } else if (loose.length > 0) {
      update((before) => ({ ...before, loosened: loose }));
    } else {
      update((before) => ({ ...before, isSaving: true }));
      const end = await write(form);
      update((before) => ({ ...end(before), isSaving: false, loosened: [] }));
    }
  };
  return {
    save: () => attempt(false),
    saveLoosened: () => attempt(true),
    cancelSaving: () => update((before) => ({ ...before, loosened: [] })),
  };
}

/** Opens the settings; what it answers opens them once more. */
function useOpening(update: Update): () => void {
  const open = useCallback(() => {
    update((before) => failed(before, undefined));
    void Promise.all([call(invoke('openSettings')), usersLocale()]).then(([answer, locale]) => {
      if (!answer.ok) {
        update((before) => failed(before, answer.error));
        return;
      }
      const asSaved = formOf(answer.data);
      const defaultCountry = proposedCountry(answer.data, locale) || asSaved.defaultCountry;
      const form = { ...asSaved, defaultCountry };
      update((before) => shown(before, answer.data, form, form));
    });
  }, [update]);
  const hasStarted = useRef(false);
  useEffect(() => {
    // React's StrictMode runs effects twice.
    if (hasStarted.current) return;
    hasStarted.current = true;
    open();
  }, [open]);
  return open;
}

function usersLocale(): Promise<string | undefined> {
  return bridge.getContext().then(
    ({ locale }) => locale,
    () => undefined,
  );
}
