import type { SettingsView } from '../../contract/settings-page';

/** The fields' names, the same in every language. */
export const fieldNames = { state: 'Identity verification', verifiedAt: 'Identity verified at' } as const;

/** The states that each queue is made of. */
const states = {
  waiting: ['Link sent', 'Link opened', 'Manual review'],
  failed: ['Failed', 'Conflicting results', 'Different person', 'Identity changed', 'Objected'],
} as const;

/**
 * Searches for queues, in an environment's states. `waiting` and `failed` leave out what is resolved.
 * @see https://support.atlassian.com/jira-software-cloud/docs/what-is-advanced-search-in-jira-cloud/
 */
export function queues(environment: SettingsView['environment']) {
  const named = (state: string) => `"${state}${environment === 'demo' ? ' (demo)' : ''}"`;
  const open = (name: keyof typeof states) =>
    `"${fieldNames.state}" in (${states[name].map(named).join(', ')}) AND resolution = Unresolved ORDER BY updated DESC`;
  return [
    { name: 'waiting', jql: open('waiting') },
    {
      name: 'verified',
      jql: `"${fieldNames.state}" = ${named('Passed')} AND "${fieldNames.verifiedAt}" >= -60m ORDER BY "${fieldNames.verifiedAt}" DESC`,
    },
    { name: 'failed', jql: open('failed') },
  ] as const;
}
