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

export function environmentLabel(environment: Environment): string {
  return environments.find(({ value }) => value === environment)?.label ?? environment;
}
