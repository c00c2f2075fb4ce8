import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../components/call';
import { useCurrentState } from '../components/use-current-state';
import { changedSettings, differences, rebase } from './differences';
import { formOf } from './form-of';
import { invoke } from './invoke';
import type { WireError } from '../../contract/answer';
import type {
  ServiceProjectPage,
  SettingsForm,
  SettingsNews,
  SettingsView,
} from '../../contract/settings-page';
import type { ProjectNames } from './setting-words';
import type { Difference } from './differences';

type Projects = ServiceProjectPage['projects'];

export interface SettingsModel {
  /** Asks for the settings again, where they could not be shown. */
  open: () => void;
  saved: SettingsView | undefined;
  form: SettingsForm | undefined;
  /** Of projects that the settings speak of, and of those that are listed. */
  projectNames: ProjectNames;
  /** The form as it is, drawn or not. */
  currentForm: () => SettingsForm | undefined;
  error: WireError | undefined;
  isSaving: boolean;
  /** `saved`: the form is in force as it stands; `changed`: it has unsaved changes. */
  formState: 'untouched' | 'changed' | 'saved';
  /** What somebody else saved since this page was opened, after a save was refused for it. */
  overtakenBy: Difference[] | undefined;
  change: (values: Partial<SettingsForm>) => void;
  save: () => Promise<void>;
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
  const { saved, base, theirs, form, currentForm, show, setForm, setTheirs, adopt, refresh } = useViews();
  const [error, setError] = useState<WireError>();
  const isSaving = useCurrentState(() => false);
  const [formState, setFormState] = useState<SettingsModel['formState']>('untouched');

  const open = useOpening({ show, setError });

  const save = async () => {
    const entered = currentForm();
    if (!entered || isSaving.current()) return;
    isSaving.update(() => true);
    const projectNames = namesOf(listed, entered);
    const answer = await call(invoke('saveSettings', { ...entered, projectNames }));
    setError(answer.ok ? undefined : answer.error);
    if (answer.ok) {
      // What was typed while that was saved stays.
      const typed = currentForm() ?? entered;
      show(answer.data, rebase(entered, formOf(answer.data), typed));
      setFormState(changedSettings(entered, typed).length > 0 ? 'changed' : 'saved');
    } else if (answer.error.code === 'changed-meanwhile') {
      const other = await call(invoke('openSettings'));
      if (other.ok) setTheirs(other.data);
      else setError(other.error);
    }
    isSaving.update(() => false);
  };

  const begin = (view: SettingsView | undefined, own?: SettingsForm) => {
    if (view) show(view, own);
    setError(undefined);
    setFormState(own ? 'changed' : 'untouched');
  };

  return {
    ...{ open, saved, form, currentForm, error, formState, save, adopt, refresh },
    isSaving: isSaving.value,
    projectNames: namesOf(listed, theirs ?? form),
    overtakenBy: base && theirs && form && differences(base, theirs, form),
    change: (values) => {
      setForm((before) => before && { ...before, ...values });
      setFormState('changed');
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

interface Opening {
  show: (view: SettingsView) => void;
  setError: (error: WireError | undefined) => void;
}

/** Opens the settings; what it answers opens them once more. */
function useOpening({ show, setError }: Opening): () => void {
  const open = useCallback(() => {
    setError(undefined);
    void call(invoke('openSettings')).then((answer) => {
      if (answer.ok) show(answer.data);
      else setError(answer.error);
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

/** What is saved, what the form was begun on, what somebody else saved meanwhile, and the form. */
function useViews() {
  const [saved, setSaved] = useState<SettingsView>();
  const [base, setBase] = useState<SettingsView>();
  const [theirs, setTheirs] = useState<SettingsView>();
  const {
    value: form,
    current: currentForm,
    update: setForm,
  } = useCurrentState<SettingsForm | undefined>(() => undefined);

  const show = useCallback(
    (view: SettingsView, own?: SettingsForm) => {
      setSaved(view);
      setBase(view);
      setTheirs(undefined);
      setForm(() => own ?? formOf(view));
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
    ...{ saved, base, theirs, form, currentForm },
    ...{ show, setForm, setTheirs, adopt, refresh },
  };
}
