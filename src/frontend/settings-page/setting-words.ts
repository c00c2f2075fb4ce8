import { destinations, environments, identityChanges, methods } from './choices';

/** Project id → name. */
export type ProjectNames = Readonly<Record<string, string>>;

/** What the page calls each setting, wherever it speaks of one. */
const labels: Record<string, string> = {
  environment: 'Environment',
  credentials: 'Credentials',
  apiKey: 'API Key',
  clientId: 'Client ID',
  clientSecret: 'Client Secret',
  integrationReference: 'Integration Reference',
  linkValidityMinutes: 'Link expiry (minutes)',
  deliveryMethod: 'Default delivery method',
  passCountsMinutes: 'A pass counts for (minutes)',
  transitions: 'Status transitions',
  'transitions.passed': 'Status: Verification passes',
  'transitions.failed': 'Status: Verification fails',
  'transitions.review': 'Status: Manual review required',
  projectTransitions: 'Own statuses of a project',
  doDemoResultsMoveTickets: 'Demo results move tickets too',
  areCommentsInternal: 'Comments are',
  comments: 'Comments',
  'comments.passed': 'Comment when verification passes',
  'comments.failed': 'Comment when verification fails',
  'comments.review': 'Comment when manual review is required',
  typedDestinations: 'Phone numbers and addresses that agents type',
  identityChange: 'A pass with another Incode identity than the employee’s first',
  limits: 'Limits',
  'limits.perTicket': 'Links per request and day',
  'limits.perEmployee': 'Links per employee and day',
  'limits.perAgent': 'Links per agent and day',
  'limits.coolDownSeconds': 'Pause between two links to one employee (seconds)',
  projects: 'Service projects',
  agentsGroup: 'Group of agents',
  retentionDays: 'Keep verifications for (days)',
};

/** What a setting is called; `undefined` for what nobody sees. */
export function settingLabel(name: string, names: ProjectNames): string | undefined {
  const [group = '', part = ''] = name.split('.');
  return group === 'projectTransitions' && part !== ''
    ? `Own statuses of ${projectName(part, names)}`
    : labels[name];
}

/** A project's name, or its id while it is not known. */
export function projectName(id: string, names: ProjectNames): string {
  return names[id] ?? `Project ${id}`;
}

const choices: Record<string, readonly { value: string; label: string }[]> = {
  environment: environments,
  deliveryMethod: methods,
  typedDestinations: destinations,
  identityChange: identityChanges,
};

/** What a setting is set to. */
export function settingValue(name: string, value: unknown, names: ProjectNames): string {
  if (name === 'projects') return projectNames(value, names);
  if (name === 'areCommentsInternal') return value === true ? 'Internal notes' : 'Replies to the customer';
  const choice = choices[name]?.find((option) => option.value === value);
  return choice?.label ?? inWords(value);
}

function projectNames(ids: unknown, names: ProjectNames): string {
  return Array.isArray(ids) ? ids.map((id) => projectName(String(id), names)).join(', ') : 'All';
}

function inWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  const parts = Object.entries(value);
  const name = parts.find(([part]) => part === 'name');
  return name ? inWords(name[1]) : parts.map(([, part]) => inWords(part)).join(' / ');
}
