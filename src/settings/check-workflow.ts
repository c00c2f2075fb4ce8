import { configurableOutcomes } from './settings';
import type { GateScope, MetValidator } from '../assurance/ports';
import type { WorkflowLook } from './ports';
import type { ConfigurableOutcome, StatusMapping, StatusRef } from './settings';

/**
 * What a validator does to the app's own move:
 * - `blocks`: whatever the request;
 * - `blocks-by-rule`: where a rule is for the request;
 * - `asks`: it lets a pass through that is what it asks for;
 * - `idle`: it has nothing to ask for, since the project has no rule.
 */
export type Hold = 'blocks' | 'blocks-by-rule' | 'asks' | 'idle';

/** A validator that somebody met on the way to an outcome's status. */
export interface MetOnTheWay {
  /** Name of the status from which it leads there. */
  from: string;
  /** Its name. */
  validator: string;
  metAt: number;
  hold: Hold;
}

/** What the manifest calls the validators, in every language. */
export const validatorNames: Record<GateScope, string> = {
  'every-request': 'Identity verified (Incode)',
  'rules-only': 'Identity verified where a rule asks for it (Incode)',
};

/** Where one outcome's status can be reached. */
export interface OutcomeCheck {
  outcome: ConfigurableOutcome;
  target: StatusRef;
  result: { kind: 'no-such-status' } | { kind: 'from'; can: string[]; cannot: string[]; unknown: string[] };
  /** Where the app has no transition, none is told: nothing is held back there. */
  met: MetOnTheWay[];
}

/** What is known of a project's validators. */
export interface Guards {
  met: readonly MetValidator[];
  hasRule: boolean;
}

/** What a look at a project's workflow says of a mapping, by names of statuses. Unmapped outcomes are left out. */
export function checkWorkflow(look: WorkflowLook, mapping: StatusMapping, guards: Guards): OutcomeCheck[] {
  return configurableOutcomes.flatMap((outcome) => {
    const target = mapping[outcome];
    if (!target) return [];
    const result = resultFor(target, look);
    return [{ outcome, target, result, met: metOnTheWay({ outcome, target, result }, look, guards) }];
  });
}

function resultFor(target: StatusRef, { statuses, seen }: WorkflowLook): OutcomeCheck['result'] {
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

function metOnTheWay(
  { outcome, target, result }: Omit<OutcomeCheck, 'met'>,
  { statuses }: WorkflowLook,
  { met, hasRule }: Guards,
): MetOnTheWay[] {
  if (result.kind !== 'from') return [];
  const possible = [...result.can, ...result.unknown];
  return met
    .filter(({ to }) => to === target.id)
    .flatMap(({ from, scope, metAt }) => {
      const name = statuses.find(({ id }) => id === from)?.name ?? '';
      const hold = holdOf(scope, outcome, hasRule);
      return possible.includes(name) ? [{ from: name, validator: validatorNames[scope], metAt, hold }] : [];
    });
}

function holdOf(scope: GateScope, outcome: ConfigurableOutcome, hasRule: boolean): Hold {
  if (scope === 'rules-only' && !hasRule) return 'idle';
  if (outcome === 'passed') return 'asks';
  return scope === 'rules-only' ? 'blocks-by-rule' : 'blocks';
}
