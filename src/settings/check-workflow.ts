import { configurableOutcomes } from './settings';
import type { WorkflowLook } from './ports';
import type { ConfigurableOutcome, StatusMapping, StatusRef } from './settings';

/** Where one outcome's status can be reached. */
export interface OutcomeCheck {
  outcome: ConfigurableOutcome;
  target: StatusRef;
  result: { kind: 'no-such-status' } | { kind: 'from'; can: string[]; cannot: string[]; unknown: string[] };
}

/** What a look at a project's workflow says of a mapping, by names of statuses. Unmapped outcomes are left out. */
export function checkWorkflow({ statuses, seen }: WorkflowLook, mapping: StatusMapping): OutcomeCheck[] {
  return configurableOutcomes.flatMap((outcome) => {
    const target = mapping[outcome];
    return target ? [{ outcome, target, result: resultFor(target, statuses, seen) }] : [];
  });
}

function resultFor(
  target: StatusRef,
  statuses: StatusRef[],
  seen: WorkflowLook['seen'],
): OutcomeCheck['result'] {
  if (!statuses.some(({ id }) => id === target.id)) return { kind: 'no-such-status' };
  const others = statuses.filter(({ id }) => id !== target.id);
  const answers = others.map(({ id, name }) => {
    const look = seen.find(({ from }) => from.id === id);
    return { name, can: look?.to.some((status) => status.id === target.id) };
  });
  const namesWhere = (can: boolean | undefined) =>
    answers.filter((answer) => answer.can === can).map(({ name }) => name);
  return { kind: 'from', can: namesWhere(true), cannot: namesWhere(false), unknown: namesWhere(undefined) };
}
