import type { WorkflowCheck } from '../../contract/settings-page';

type OutcomeCheck = WorkflowCheck['outcomes'][number];

/** `there`: the request has the status already; `unknown`: no request is in the status from which to see it. */
export type Verdict = 'can' | 'cannot' | 'unknown' | 'there' | 'no-such-status';

/** The statuses from which at least one outcome's status was looked for, in the order of the answer. */
export function statusesChecked({ outcomes }: WorkflowCheck): string[] {
  const names = outcomes.flatMap(({ result }) =>
    result.kind === 'from' ? [...result.can, ...result.cannot, ...result.unknown] : [],
  );
  return [...new Set(names)];
}

/** Whether an outcome's status can be reached from a status. */
export function verdictFor({ result, target }: OutcomeCheck, status: string): Verdict {
  if (result.kind === 'no-such-status') return 'no-such-status';
  if (status === target.name) return 'there';
  if (result.can.includes(status)) return 'can';
  return result.cannot.includes(status) ? 'cannot' : 'unknown';
}
