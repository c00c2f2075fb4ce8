import type { WorkflowCheck } from '../../contract/settings-page';

type OutcomeCheck = WorkflowCheck['outcomes'][number];

/**
 * - `there`: the request has the status already;
 * - `unknown`: no request is in the status from which to see it;
 * - `blocked`: the app can see the transition, or somebody made it, and one of the app's validators holds the app back.
 */
export type Verdict = 'can' | 'blocked' | 'cannot' | 'unknown' | 'there' | 'no-such-status';

/** The statuses from which at least one outcome's status was looked for, in the order of the answer. */
export function statusesChecked({ outcomes }: WorkflowCheck): string[] {
  const names = outcomes.flatMap(({ result }) =>
    result.kind === 'from' ? [...result.can, ...result.cannot, ...result.unknown] : [],
  );
  return [...new Set(names)];
}

/** Whether an outcome's status can be reached from a status. */
export function verdictFor(outcome: OutcomeCheck, status: string): Verdict {
  const { result, target } = outcome;
  if (result.kind === 'no-such-status') return 'no-such-status';
  if (status === target.name) return 'there';
  if (validatorsMet(outcome, status).some(({ hold }) => hold === 'blocks')) return 'blocked';
  if (result.can.includes(status)) return 'can';
  return result.cannot.includes(status) ? 'cannot' : 'unknown';
}

/** The validators that people met on the way from a status to an outcome's status. */
export function validatorsMet({ met }: OutcomeCheck, status: string): OutcomeCheck['met'] {
  return met.filter(({ from }) => from === status);
}
