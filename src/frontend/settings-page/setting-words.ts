import { destinations, environments, identityChanges, methods, missingIdentities } from './choices';
import type { Language } from '../language/language';

type T = Language['t'];

/** Project id → name. */
export type ProjectNames = Readonly<Record<string, string>>;

/** The settings that people see. */
const names = [
  'environment',
  'credentials',
  'apiKey',
  'clientId',
  'clientSecret',
  'integrationReference',
  'linkValidityMinutes',
  'deliveryMethod',
  'passCountsMinutes',
  'transitions',
  'transitions.passed',
  'transitions.failed',
  'transitions.review',
  'projectTransitions',
  'doDemoResultsMoveTickets',
  'doOthersMoveTickets',
  'areCommentsInternal',
  'comments',
  'comments.passed',
  'comments.failed',
  'comments.review',
  'typedDestinations',
  'identityChange',
  'missingIdentity',
  'limits',
  'limits.perTicket',
  'limits.perEmployee',
  'limits.perAgent',
  'limits.coolDownSeconds',
  'projects',
  'agentsGroup',
  'retentionDays',
] as const;

/** What a setting is called, wherever the page speaks of it; `undefined` for what nobody sees. */
export function settingLabel(t: T, name: string, projectNames: ProjectNames): string | undefined {
  const [group = '', part = ''] = name.split('.');
  if (group === 'projectTransitions' && part !== '') {
    return t('settings.name.ofProject', { project: projectName(t, part, projectNames) });
  }
  const known = names.find((each) => each === name);
  return known && t(`settings.name.${known}`);
}

/** A project's name, or its id while it is not known. */
export function projectName(t: T, id: string, projectNames: ProjectNames): string {
  return projectNames[id] ?? t('settings.project.unknown', { id });
}

const choices: Record<string, (t: T) => readonly { value: string; label: string }[]> = {
  environment: environments,
  deliveryMethod: methods,
  typedDestinations: destinations,
  identityChange: identityChanges,
  missingIdentity: missingIdentities,
};

/** What a setting is set to. */
export function settingValue(
  language: Language,
  name: string,
  value: unknown,
  projectNames: ProjectNames,
): string {
  const { t } = language;
  if (name === 'credentials') return t(`settings.value.credentials.${value === 'replaced' ? value : 'kept'}`);
  if (name === 'projects') return namesOf(language, value, projectNames);
  if (name === 'areCommentsInternal') {
    return t(`settings.value.areCommentsInternal.${value === true ? 'internal' : 'reply'}`);
  }
  const choice = choices[name]?.(t).find((option) => option.value === value);
  return choice?.label ?? inWords(t, value);
}

function namesOf({ t, list }: Language, ids: unknown, projectNames: ProjectNames): string {
  return Array.isArray(ids)
    ? list(ids.map((id) => projectName(t, String(id), projectNames)))
    : t('settings.value.projects.all');
}

function inWords(t: T, value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return t(`settings.value.${value ? 'yes' : 'no'}`);
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  const parts = Object.entries(value);
  const name = parts.find(([part]) => part === 'name');
  return name ? inWords(t, name[1]) : parts.map(([, part]) => inWords(t, part)).join(' / ');
}
