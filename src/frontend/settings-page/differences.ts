import { formOf } from './form-of';
import type { SettingsForm, SettingsView } from '../../contract/settings-page';

/** A setting that somebody else changed meanwhile, in words. */
export interface Difference {
  label: string;
  theirs: string;
  mine: string;
}

const labels: Partial<Record<keyof SettingsForm, string>> = {
  environment: 'Environment',
  integrationReference: 'Integration Reference',
  linkValidityMinutes: 'Link expiry',
  deliveryMethod: 'Default delivery method',
  transitions: 'Status transitions',
  projectTransitions: 'Own mappings of projects',
  doDemoResultsMoveTickets: 'Demo results move tickets',
  areCommentsInternal: 'Internal notes',
  comments: 'Comments',
  passCountsMinutes: 'A pass counts for',
  typedDestinations: 'Typed numbers and addresses',
  identityChange: 'A pass with another identity',
  limits: 'Limits',
  projects: 'Service projects',
  agentsGroup: 'Group of agents',
  retentionDays: 'Retention',
};

const names = Object.keys(labels) as (keyof SettingsForm)[];

/** What somebody else changed since `base`, beside what the form says. */
export function differences(base: SettingsView, theirs: SettingsView, form: SettingsForm): Difference[] {
  const [before, after] = [formOf(base), formOf(theirs)];
  const changed = names.filter((name) => !isSame(before[name], after[name]));
  const rows = changed.map((name) => ({
    label: labels[name] ?? name,
    theirs: inWords(after[name]),
    mine: inWords(form[name]),
  }));
  if (base.credentialsSavedAt === theirs.credentialsSavedAt) return rows;
  const mine = form.apiKey || form.clientId || form.clientSecret ? 'Replaced' : 'As they were';
  return [{ label: 'Credentials', theirs: 'Replaced', mine }, ...rows];
}

/** The form's own changes on top of what somebody else saved. */
export function rebase(base: SettingsView, theirs: SettingsView, form: SettingsForm): SettingsForm {
  const before = formOf(base);
  const mine = Object.entries(form).filter(
    ([name, value]) => name !== 'revision' && !isSame(value, before[name as keyof SettingsForm]),
  );
  return { ...formOf(theirs), ...Object.fromEntries(mine) };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function inWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return typeof value === 'object' ? partsInWords(value) : '–';
}

function partsInWords(value: object): string {
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  if ('id' in value && 'name' in value) return inWords(value.name);
  return Object.entries(value)
    .map(([name, part]) => `${name}: ${inWords(part)}`)
    .join('; ');
}
