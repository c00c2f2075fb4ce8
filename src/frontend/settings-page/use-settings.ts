import { useCallback, useEffect, useState } from 'react';
import { call } from '../components/call';
import { invoke } from './invoke';
import type { WireError } from '../../contract/answer';
import type { SettingsForm, SettingsView } from '../../contract/settings-page';

export interface SettingsModel {
  saved: SettingsView | undefined;
  form: SettingsForm | undefined;
  error: WireError | undefined;
  isSaving: boolean;
  /** `saved`: the form is in force as it stands; `changed`: it has unsaved changes. */
  formState: 'untouched' | 'changed' | 'saved';
  change: (values: Partial<SettingsForm>) => void;
  save: () => Promise<void>;
  /** Takes over settings that were saved by another way than the form; what is being edited stands on top of them. */
  adopt: (settings: SettingsView) => void;
}

/** The settings as saved, and the form on them. */
export function useSettings(): SettingsModel {
  const [saved, setSaved] = useState<SettingsView>();
  const [form, setForm] = useState<SettingsForm>();
  const [error, setError] = useState<WireError>();
  const [isSaving, setIsSaving] = useState(false);
  const [formState, setFormState] = useState<SettingsModel['formState']>('untouched');

  const show = useCallback((view: SettingsView) => {
    setSaved(view);
    setForm(formOf(view));
  }, []);

  useEffect(() => {
    void call(invoke('openSettings')).then((answer) => {
      if (answer.ok) show(answer.data);
      else setError(answer.error);
    });
  }, [show]);

  const change = (values: Partial<SettingsForm>) => {
    setForm((before) => before && { ...before, ...values });
    setFormState('changed');
  };

  const save = async () => {
    if (!form || isSaving) return;
    setIsSaving(true);
    const answer = await call(invoke('saveSettings', form));
    setIsSaving(false);
    setError(answer.ok ? undefined : answer.error);
    if (!answer.ok) return;
    show(answer.data);
    setFormState('saved');
  };

  const adopt = (settings: SettingsView) => {
    setSaved(settings);
    setForm((before) => before && { ...before, revision: settings.revision });
  };

  return { saved, form, error, isSaving, formState, change, save, adopt };
}

function formOf(view: SettingsView): SettingsForm {
  return {
    revision: view.revision,
    environment: view.environment,
    apiKey: '',
    clientId: '',
    clientSecret: '',
    integrationReference: view.integrationReference,
    linkValidityMinutes: view.linkValidityMinutes,
    deliveryMethod: view.deliveryMethod,
    transitions: view.transitions,
    doDemoResultsMoveTickets: view.doDemoResultsMoveTickets,
    areCommentsInternal: view.areCommentsInternal,
    comments: view.comments,
    passCountsMinutes: view.passCountsMinutes,
    typedDestinations: view.typedDestinations,
    identityChange: view.identityChange,
    limits: view.limits,
    projects: view.projects,
    retentionDays: view.retentionDays,
  };
}
