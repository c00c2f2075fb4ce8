import { view as bridge } from '@forge/bridge';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../components/call';
import { useCurrentState } from '../components/use-current-state';
import { proposedCountry } from './countries';
import { changedSettings, differences, rebase } from './differences';
import { formProblems } from './form-problems';
import { formOf } from './form-of';
import { invoke } from './invoke';
import { loosened } from './loosened';
import type { WireError } from '../../contract/answer';
import type { SettingsForm, SettingsNews, SettingsView } from '../../contract/settings-page';
import type { Difference } from './differences';
import type { Faults } from './form-problems';
import type { ServiceProjects } from './listings';
import type { Loosened } from './loosened';
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
  /** Marks fields without having tried to save. */
  mark: (faults: Faults) => void;
  isSaving: boolean;
  /** The names of the settings that are changed and not saved. */
  unsaved: string[];
  /** Whether the form was saved and not touched since. */
  isSaved: boolean;
  /** What somebody else saved since this page was opened, after a save was refused for it. */
  overtakenBy: Difference[] | undefined;
  /** Takes values, or what makes them of the form as it is by now, however quick the hand. */
  change: (values: Partial<SettingsForm> | ((form: SettingsForm) => Partial<SettingsForm>)) => void;
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
  const views = useViews();
  const { saved, base, theirs, form, begun, currentForm, show, setForm } = views;
  const problems = useProblems();
  const [isSaved, setIsSaved] = useState(false);
  const open = useOpening({ show, setError: problems.fail });
  const saving = useSaving({ views, problems, listed, onSaved: () => setIsSaved(true) });

  const begin = (view: SettingsView | undefined, own?: SettingsForm) => {
    if (view) show(view, own);
    problems.fail(undefined);
    setIsSaved(false);
  };
  const unsaved = form && begun ? changedSettings(begun, form) : [];

  return {
    ...{ open, saved, form, currentForm, unsaved, ...saving },
    ...{ adopt: views.adopt, refresh: views.refresh },
    ...{ error: problems.error, faults: problems.faults, mark: problems.mark },
    isSaved: isSaved && unsaved.length === 0,
    projectNames: namesOf(listed, theirs ?? form),
    overtakenBy: base && theirs && form && differences(base, theirs, form),
    change: (values) => {
      const before = currentForm();
      if (!before) return;
      const after = { ...before, ...(typeof values === 'function' ? values(before) : values) };
      setForm(() => after);
      problems.mend(before, after);
      setIsSaved(false);
    },
    discard: () => begin(theirs ?? saved),
    keepMine: () => {
      if (base && theirs && form) begin(theirs, rebase(formOf(base), formOf(theirs), form));
    },
  };
}

/** What is listed tells the names as they are now: a project may have been renamed since it was chosen. */
function namesOf(listed: Projects, settings?: Pick<SettingsForm, 'projectNames'>): Record<string, string> {
  return { ...settings?.projectNames, ...Object.fromEntries(listed.map(({ id, name }) => [id, name])) };
}

/** What went wrong, and which fields are to blame. */
function useProblems() {
  const [failure, setFailure] = useState<WireError>();
  const [faults, setFaults] = useState<Faults>({});
  const fail = useCallback((error: WireError | undefined) => {
    setFailure(error);
    setFaults(error?.fields ?? {});
  }, []);
  const mend = (before: SettingsForm, after: SettingsForm) => {
    const isAsItWas = (name: string) => valueAt(before, name) === valueAt(after, name);
    setFaults((marked) => Object.fromEntries(Object.entries(marked).filter(([name]) => isAsItWas(name))));
  };
  const isMended = failure?.code === 'invalid-input' && Object.keys(faults).length === 0;
  return { error: isMended ? undefined : failure, faults, fail, mend, mark: setFaults };
}

/** What stands in the form at a field's name, such as `limits.perTicket`. */
function valueAt(form: SettingsForm, name: string): unknown {
  return name.split('.').reduce<unknown>((part, key) => (Object(part) as Record<string, unknown>)[key], form);
}

interface Saving {
  views: ReturnType<typeof useViews>;
  problems: ReturnType<typeof useProblems>;
  listed: Projects;
  onSaved: () => void;
}

/** Saves the form, unless the browser can tell that it would be refused. */
function useSaving({ views, problems, listed, onSaved }: Saving) {
  const { saved, currentForm, show, setTheirs } = views;
  const isSaving = useCurrentState(() => false);
  const [asked, setAsked] = useState<Loosened[]>([]);
  const write = async (entered: SettingsForm) => {
    const projectNames = namesOf(listed, entered);
    const answer = await call(invoke('saveSettings', { ...entered, projectNames }));
    problems.fail(answer.ok ? undefined : answer.error);
    if (answer.ok) {
      // What was typed while that was saved stays.
      show(answer.data, rebase(entered, formOf(answer.data), currentForm() ?? entered));
      onSaved();
    } else if (answer.error.code === 'changed-meanwhile') {
      const other = await call(invoke('openSettings'));
      if (other.ok) setTheirs(other.data);
      else problems.fail(other.error);
    }
  };
  const attempt = async (isSure: boolean) => {
    const entered = currentForm();
    if (!saved || !entered || isSaving.current()) return;
    const fields = formProblems(entered, saved);
    const loose = isSure ? [] : loosened(formOf(saved), entered);
    if (Object.keys(fields).length > 0) problems.fail({ code: 'invalid-input', fields });
    else if (loose.length > 0) setAsked(loose);
    else {
      isSaving.update(() => true);
      await write(entered);
      isSaving.update(() => false);
      setAsked([]);
    }
  };
  return {
    save: () => attempt(false),
    saveLoosened: () => attempt(true),
    cancelSaving: () => setAsked([]),
    loosened: asked,
    isSaving: isSaving.value,
  };
}

interface Opening {
  show: (view: SettingsView, own?: SettingsForm, begun?: SettingsForm) => void;
  setError: (error: WireError | undefined) => void;
}

/** Opens the settings; what it answers opens them once more. */
function useOpening({ show, setError }: Opening): () => void {
  const open = useCallback(() => {
    setError(undefined);
    void Promise.all([call(invoke('openSettings')), usersLocale()]).then(([answer, locale]) => {
      if (!answer.ok) {
        setError(answer.error);
        return;
      }
      const saved = formOf(answer.data);
      const defaultCountry = proposedCountry(answer.data, locale) || saved.defaultCountry;
      show(answer.data, { ...saved, defaultCountry }, { ...saved, defaultCountry });
    });
  }, [show, setError]);
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

/** What is saved, what the form was begun on, what somebody else saved meanwhile, and the form. */
function useViews() {
  const [saved, setSaved] = useState<SettingsView>();
  const [base, setBase] = useState<SettingsView>();
  const [theirs, setTheirs] = useState<SettingsView>();
  const [begun, setBegun] = useState<SettingsForm>();
  const {
    value: form,
    current: currentForm,
    update: setForm,
  } = useCurrentState<SettingsForm | undefined>(() => undefined);

  const show = useCallback(
    (view: SettingsView, own: SettingsForm = formOf(view), begunOn: SettingsForm = formOf(view)) => {
      setSaved(view);
      setBase(view);
      setTheirs(undefined);
      setBegun(begunOn);
      setForm(() => own);
    },
    [setForm],
  );

  const adopt: SettingsModel['adopt'] = (settings, writes) => {
    setSaved(settings);
    // Further on than our own write means that somebody else saved, too: the next save has to find out.
    if (settings.revision !== (currentForm()?.revision ?? 0) + writes) return;
    setForm((before) => before && { ...before, revision: settings.revision });
  };

  const refresh: SettingsModel['refresh'] = useCallback((news) => {
    setSaved((before) => before && { ...before, ...news });
  }, []);

  return {
    ...{ saved, base, theirs, begun, form, currentForm },
    ...{ show, setForm, setTheirs, adopt, refresh },
  };
}
