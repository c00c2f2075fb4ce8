import { destinations, environments, identityChanges, methods, missingIdentities } from './choices';
import { unchanged } from './differences';
import type { Language } from '../language/language';
import type { TabName } from './section';

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
  'defaultCountry',
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
  'isEmployeeTold',
  'replies',
  'replies.sent',
  'replies.passed',
  'typedDestinations',
  'identityChange',
  'missingIdentity',
  'limits',
  'limits.perTicket',
  'limits.perEmployee',
  'limits.perAgent',
  'limits.byAutomation',
  'limits.coolDownSeconds',
  'projects',
  'agentsGroup',
  'retentionDays',
] as const;

/** What a setting is called, wherever the page speaks of it; `undefined` for what nobody sees. */
export function settingLabel(t: T, name: string, projectNames: ProjectNames): string | undefined {
  const [group = '', ...parts] = name.split('.');
  const part = parts.join('.');
  if (group === 'projectTransitions' && part !== '') {
    return t('settings.name.ofProject', { project: projectName(t, part, projectNames) });
  }
  if (group === 'rules') return part === '' ? t('settings.requirements.title') : ruleLabel(t, part);
  // That they are replaced is a change of the credentials.
  const known = names.find((each) => each === (name === 'areCredentialsReplaced' ? 'credentials' : name));
  return known && t(`settings.name.${known}`);
}

const ruleFields = {
  name: 'settings.rule.name',
  projectId: 'settings.rule.project',
  requestTypes: 'settings.rule.requestTypes',
  passCountsMinutes: 'settings.name.passCountsMinutes',
} as const;

/** A rule by its number or its name, or one of its fields. */
function ruleLabel(t: T, rule: string): string {
  const [, id = '', field = ''] = /^(\d+)\.(\w+)$/.exec(rule) ?? [];
  if (!Object.hasOwn(ruleFields, field)) return t('settings.name.rule', { rule });
  const label = t(ruleFields[field as keyof typeof ruleFields]);
  return t('settings.name.ruleField', { rule: id, field: label });
}

const connection: ReadonlySet<string> = new Set([
  'environment',
  'credentials',
  'apiKey',
  'clientId',
  'clientSecret',
  'integrationReference',
]);
const safety: ReadonlySet<string> = new Set([
  'typedDestinations',
  'identityChange',
  'missingIdentity',
  'limits',
  'projects',
  'agentsGroup',
  'retentionDays',
]);

/** In which tab a setting is set. */
export function tabOf(
  name: string,
): Extract<TabName, 'connection' | 'verification' | 'requirements' | 'safety'> {
  const [group = ''] = name.split('.');
  if (group === 'rules') return 'requirements';
  if (connection.has(group)) return 'connection';
  return safety.has(group) ? 'safety' : 'verification';
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

/** The settings whose values have words of their own. */
const wordings: Record<string, (language: Language, value: unknown, projectNames: ProjectNames) => string> = {
  credentials: ({ t }) => t('settings.value.credentials.replaced'),
  defaultCountry: ({ t, country }, value) =>
    value === '' ? t('settings.defaultCountry.none') : country(String(value)),
  projects: namesOf,
  areCommentsInternal: ({ t }, value) =>
    t(`settings.value.areCommentsInternal.${value === true ? 'internal' : 'reply'}`),
};

/** What a setting is set to, or that it is not changed. */
export function settingValue(
  language: Language,
  name: string,
  value: unknown,
  projectNames: ProjectNames,
): string {
  const { t } = language;
  if (value === unchanged) return t('settings.overtaken.unchanged');
  const wording = wordings[name];
  if (wording) return wording(language, value, projectNames);
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
