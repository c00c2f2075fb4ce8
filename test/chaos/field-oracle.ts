import type { Facts, IssueFacts, Shown } from './facts';

/** What the field says of each state that the panel can show at rest. */
const NAMES: Partial<Record<string, string>> = {
  passed: 'Passed',
  failed: 'Failed',
  review: 'Manual review',
  expired: 'Expired',
  'no-result': 'No result',
  conflicting: 'Conflicting results',
  mismatch: 'Different person',
  'identity-changed': 'Identity changed',
  objected: 'Objected',
};

/** At rest the fields say what the panel says, unless Jira was away for longer than the app tries. */
export function judgeFields({ wasJiraOut }: Facts, { key, fields, panel }: IssueFacts): string[] {
  if (wasJiraOut) return [];
  const rightly = fieldsFor(panel?.current);
  return [
    ...(fields.state === rightly.state
      ? []
      : [`${key}: the field says ${fields.state}, not ${rightly.state}`]),
    ...(fields.verifiedAt === rightly.verifiedAt
      ? []
      : [`${key}: the field has a pass of ${fields.verifiedAt}, not of ${rightly.verifiedAt}`]),
  ];
}

/** The site's app is in Incode's demo environment. Jira keeps whole seconds. */
function fieldsFor(current: Shown | undefined): IssueFacts['fields'] {
  if (!current) return { state: null, verifiedAt: null };
  const { state, actedAt } = current;
  return {
    state: `${NAMES[state] ?? state} (demo)`,
    verifiedAt: state === 'passed' && actedAt !== undefined ? Math.floor(actedAt / 1000) : null,
  };
}
