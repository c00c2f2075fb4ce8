import type { Facts, IssueFacts, Shown } from './facts';

/** The field's names of states, where they are not the states' own names. */
const NAMES: Partial<Record<string, string>> = {
  sent: 'Link sent',
  started: 'Link opened',
  review: 'Manual review',
  conflicting: 'Conflicting results',
  mismatch: 'Different person',
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

/** Jira keeps whole seconds. */
function fieldsFor(current: Shown | undefined): IssueFacts['fields'] {
  if (!current) return { state: null, verifiedAt: null };
  const { state, actedAt } = current;
  return {
    state: nameOf(state),
    verifiedAt: state === 'passed' && actedAt !== undefined ? Math.floor(actedAt / 1000) : null,
  };
}

/** The site's app is in Incode's demo environment. */
function nameOf(state: string): string {
  const asItIs = `${state.charAt(0).toUpperCase()}${state.slice(1).replaceAll('-', ' ')}`;
  return `${NAMES[state] ?? asItIs} (demo)`;
}

/** What may be read of a session in these states, also by who has just learnt of it and finds it replaced. */
export function stateNames(states: Set<string>): string[] {
  return [...states].map((state) => (state === 'superseded' ? 'Not verified' : nameOf(state)));
}
