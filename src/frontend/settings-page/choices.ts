import type { CredentialsForm } from '../../contract/settings-page';

type Environment = CredentialsForm['environment'];

export const environments = [
  {
    value: 'demo',
    label: 'Demo',
    host: 'demo-api.incodesmile.com',
    meaning: 'Comments say DEMO, and tickets are moved only if “Demo results move tickets too” is set.',
  },
  {
    value: 'production',
    label: 'Production',
    host: 'saas-api.incodesmile.com',
    meaning: 'Results are real: they are commented as such and move tickets.',
  },
] as const;

export const methods = [
  { value: 'sms', label: 'SMS' },
  { value: 'email', label: 'Email' },
] as const;

/** What may be done about phone numbers and addresses that agents type. */
export const destinations = [
  { value: 'allowed', label: 'Allowed, and flagged' },
  { value: 'with-reason', label: 'Allowed with a reason, and flagged' },
  { value: 'not-allowed', label: 'Not allowed: links go to the corporate email only' },
] as const;

/** What a pass with another identity than the employee’s first counts as. */
export const identityChanges = [
  { value: 'review', label: 'Manual review required' },
  { value: 'refuse', label: 'Treated as a different person' },
  { value: 'ignore', label: 'A pass like any other' },
] as const;

export function environmentLabel(environment: Environment): string {
  return environments.find(({ value }) => value === environment)?.label ?? environment;
}
