import { SeededRandomness } from 'local-site/random';
import { CALL_FAULTS, CALL_SITES, KILLED_MODULES, OUTAGE_CALLS } from './steps';
import type { Fault } from 'local-site/forge/faults';
import type { About, EventName, Step } from './steps';

/** Few enough that neither Incode's six attempts nor the app's eight can run out. */
const MOST_FAULTS = 4;
const LATEST_KILL = 12;

const MOVES_TO = ['Escalated', 'Waiting for customer', 'Resolved'];
const EMAILS = ['ada.lovelace@example.com', 'employee1@example.com'];
const AGENTS = ['agent', 'agent2'];
const ISSUES = ['HELP-1', 'HELP-2'];
const PAUSES_MS = [0, 0, 20, 300, 3000, 3000, 20_000, 70_000, 400_000, 700_000];
const EVENTS: EventName[] = [
  'SESSION_STARTED',
  'SESSION_SUCCEEDED',
  'SESSION_FAILED',
  'SESSION_PENDING_REVIEW',
];

/** The steps that a seed stands for. */
export function stepsOf(seed: number): Step[] {
  const chances = new Chances(seed);
  const length = 3 + chances.below(9);
  let faults = 0;
  const steps = Array.from({ length }, (_, position) => {
    const kind = position === 0 ? chances.of(['send', 'send', 'action'] as const) : chances.kind();
    const mayFail = kind !== 'fault' || faults++ < MOST_FAULTS;
    return mayFail ? stepOf(kind, chances) : { kind: 'cold' as const, thenMs: chances.pauseMs() };
  });
  if (chances.below(3) === 0) steps.push(...PASS_FOR_A_TRANSITION);
  return chances.below(2) ? steps : [RULE, ...steps];
}

/** What a request is verified for: a link to its reporter, the code, a pass, the transition. */
const PASS_FOR_A_TRANSITION: Step[] = [
  { kind: 'send', as: 'agent', issue: 'HELP-1', email: 'ada.lovelace@example.com', thenMs: 20_000 },
  { kind: 'code', issue: 'HELP-1', digits: 'right', thenMs: 3000 },
  { kind: 'visit', session: 0, outcome: 'pass', thenMs: 20_000 },
  { kind: 'gate', issue: 'HELP-1', thenMs: 20 },
];
const RULE: Step = { kind: 'rule', thenMs: 0 };

/** A rule is made before all else, or not at all. */
type Kind = Exclude<Step['kind'], 'rule'>;

const WEIGHTS: Record<Kind, number> = {
  send: 5,
  visit: 8,
  decide: 4,
  webhook: 4,
  deliver: 3,
  elsewhere: 1,
  move: 1,
  gate: 6,
  delete: 0.2,
  rotate: 0.5,
  fault: 10,
  cold: 0.6,
  object: 0.4,
  code: 3,
  action: 3,
};

class Chances {
  private readonly random: SeededRandomness;

  constructor(seed: number) {
    this.random = new SeededRandomness(seed);
  }

  below(limit: number): number {
    return Math.floor(this.random.fraction() * limit);
  }

  of<T>(choices: readonly [T, ...T[]] | readonly T[]): T {
    return choices[this.below(choices.length)] as T;
  }

  kind(): Kind {
    const kinds = Object.entries(WEIGHTS) as [Kind, number][];
    let left = this.random.fraction() * kinds.reduce((sum, [, weight]) => sum + weight, 0);
    return kinds.find(([, weight]) => (left -= weight) < 0)?.[0] ?? 'cold';
  }

  pauseMs(): number {
    return this.of(PAUSES_MS);
  }

  /** Mostly the newest. */
  session(): number {
    return this.of([0, 0, 0, 1, 2]);
  }
}

const makers: { [K in Kind]: (chances: Chances) => Omit<Extract<Step, { kind: K }>, 'kind' | 'thenMs'> } = {
  send: (chances) => ({
    as: chances.of(AGENTS),
    issue: chances.of(ISSUES),
    email: email(chances),
  }),
  visit: (chances) => ({
    session: chances.session(),
    outcome: chances.of(['pass', 'pass', 'fail', 'review', 'review', 'walk away']),
  }),
  decide: (chances) => ({ session: chances.session(), outcome: chances.of(['passed', 'failed']) }),
  webhook: (chances) => {
    const about = chances.of(ABOUT);
    // Whatever another identity does shows once the employee succeeds.
    const event = about === 'another identity' ? 'SESSION_STARTED' : chances.of(EVENTS);
    return { session: chances.session(), event, about };
  },
  deliver: (chances) => ({ how: chances.of(['plain', 'twice', 'late', 'reordered', 'lost']) }),
  elsewhere: (chances) => ({ email: email(chances), outcome: chances.of(['pass', 'fail']) }),
  move: (chances) => ({ issue: chances.of(ISSUES), to: chances.of(MOVES_TO) }),
  gate: (chances) => ({ issue: mostlyTheFirst(chances) }),
  delete: (chances) => ({ issue: chances.of(ISSUES) }),
  rotate: () => ({}),
  fault: (chances) => ({ fault: faultOf(chances) }),
  cold: () => ({}),
  object: (chances) => ({ issue: mostlyTheFirst(chances) }),
  code: (chances) => ({
    issue: mostlyTheFirst(chances),
    digits: chances.of(['right', 'right', 'wrong']),
  }),
  action: (chances) => ({
    action: chances.of(['send-verification-link', 'send-verification-link', 'get-identity-verification']),
    as: chances.of(AGENTS),
    issue: chances.of(ISSUES),
  }),
};

/** The reporter of the other request is sent links by Automation only. */
function mostlyTheFirst(chances: Chances): string {
  return chances.of(['HELP-1', 'HELP-1', 'HELP-1', 'HELP-2']);
}

function stepOf(kind: Kind, chances: Chances): Step {
  const thenMs = chances.pauseMs();
  return { kind, thenMs, ...makers[kind](chances) } as Step;
}

function email(chances: Chances): string {
  return chances.of([...EMAILS, 'ada.lovelace@example.com']);
}

const ABOUT: About[] = [
  'the employee',
  'the employee',
  'the employee',
  'the employee',
  'somebody else',
  'another identity',
];

function faultOf(chances: Chances): Fault {
  const kind = chances.below(30);
  if (kind === 0) return { target: 'jira', status: 503, times: OUTAGE_CALLS };
  if (kind > 10) {
    const what = CALL_FAULTS[chances.of(Object.keys(CALL_FAULTS) as (keyof typeof CALL_FAULTS)[])];
    return { ...chances.of(CALL_SITES), ...what, times: 1 };
  }
  const nth = 1 + chances.below(LATEST_KILL);
  const match = chances.of(['ticket-updates', ...KILLED_MODULES]);
  return {
    target: 'invocation',
    match,
    times: 1,
    ...(chances.below(2) ? { killBefore: nth } : { killAfter: nth }),
  };
}
