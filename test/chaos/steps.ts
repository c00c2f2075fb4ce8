import { SeededRandomness } from '../site/random';
import type { Fault } from '../site/forge/faults';

export type EventName = 'SESSION_STARTED' | 'SESSION_SUCCEEDED' | 'SESSION_FAILED' | 'SESSION_PENDING_REVIEW';
export type Delivering = 'plain' | 'twice' | 'late' | 'reordered' | 'lost';

/** One thing that happens; then the clock runs for `thenMs`. Sessions are counted back from the newest, 0. */
export type Step = { thenMs: number } & (
  | { kind: 'send'; as: string; issue: string; email: string }
  | { kind: 'visit'; session: number; outcome: 'pass' | 'fail' | 'review' | 'walk away' }
  | { kind: 'decide'; session: number; outcome: 'passed' | 'failed' }
  /** A webhook beside those that Incode sends by itself: again, late, or of a verdict that contradicts. */
  | { kind: 'webhook'; session: number; event: EventName; about: 'the employee' | 'somebody else' }
  | { kind: 'deliver'; how: Delivering }
  /** Another integration of the organisation verifies the same employee; its webhooks come here, too. */
  | { kind: 'elsewhere'; email: string; outcome: 'pass' | 'fail' }
  | { kind: 'fault'; fault: Fault }
  | { kind: 'cold' }
);

/** What can go wrong with a call, by its name in what is counted. */
export const CALL_FAULTS = {
  refused: { status: 503 },
  failed: { status: 500 },
  limited: { status: 429 },
  slow: { delay: 40_000 },
  lost: { drop: true },
  hung: { hang: true },
  'hung, done': { hang: true, drop: true },
} as const;

export const CALL_TARGETS = ['jira', 'kvs', 'queue', 'egress'] as const;
export const KILLED_MODULES = ['identity-verification', 'incode-webhook', 'ticket-updates'] as const;

/** Few enough that neither Incode's six attempts nor the app's eight can run out. */
const MOST_FAULTS = 4;
const LATEST_KILL = 12;

const EMAILS = ['ada.lovelace@example.com', 'employee1@example.com'];
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
  return Array.from({ length }, (_, position) => {
    const kind = position === 0 ? 'send' : chances.kind();
    const mayFail = kind !== 'fault' || faults++ < MOST_FAULTS;
    return mayFail ? stepOf(kind, chances) : { kind: 'cold', thenMs: chances.pauseMs() };
  });
}

type Kind = Step['kind'];

const WEIGHTS: Record<Kind, number> = {
  send: 5,
  visit: 8,
  decide: 4,
  webhook: 4,
  deliver: 3,
  elsewhere: 1,
  fault: 10,
  cold: 1,
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
    const kinds = Object.entries(WEIGHTS).flatMap(([kind, weight]) => Array<Kind>(weight).fill(kind as Kind));
    return this.of(kinds);
  }

  pauseMs(): number {
    return this.of(PAUSES_MS);
  }

  /** Mostly the newest. */
  session(): number {
    return this.of([0, 0, 0, 1, 2]);
  }
}

function stepOf(kind: Kind, chances: Chances): Step {
  const thenMs = chances.pauseMs();
  switch (kind) {
    case 'send':
      return {
        kind,
        as: chances.of(['agent', 'agent2']),
        issue: chances.of(ISSUES),
        email: email(chances),
        thenMs,
      };
    case 'visit':
      return {
        kind,
        session: chances.session(),
        outcome: chances.of(['pass', 'pass', 'fail', 'review', 'review', 'walk away']),
        thenMs,
      };
    case 'decide':
      return { kind, session: chances.session(), outcome: chances.of(['passed', 'failed']), thenMs };
    case 'webhook':
      return { kind, session: chances.session(), event: chances.of(EVENTS), about: about(chances), thenMs };
    case 'deliver':
      return { kind, how: chances.of(['plain', 'twice', 'late', 'reordered', 'lost']), thenMs };
    case 'elsewhere':
      return { kind, email: email(chances), outcome: chances.of(['pass', 'fail']), thenMs };
    case 'fault':
      return { kind, fault: faultOf(chances), thenMs };
    case 'cold':
      return { kind, thenMs };
  }
}

function email(chances: Chances): string {
  return chances.of([...EMAILS, 'ada.lovelace@example.com']);
}

function about(chances: Chances): 'the employee' | 'somebody else' {
  return chances.of(['the employee', 'the employee', 'the employee', 'somebody else']);
}

function faultOf(chances: Chances): Fault {
  if (chances.below(3) > 0) {
    const what = CALL_FAULTS[chances.of(Object.keys(CALL_FAULTS) as (keyof typeof CALL_FAULTS)[])];
    const target = chances.of(['jira', ...CALL_TARGETS] as const);
    const match = chances.of(CALLS[target]);
    return { target, ...(match !== '' && { match }), ...what, times: 1 };
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

/** Which calls a fault waits for; '' for any. Writes are where faults hurt. */
const CALLS: Record<(typeof CALL_TARGETS)[number], string[]> = {
  jira: ['', 'POST ', '/comment', '/transitions'],
  kvs: ['', '/transaction', '/entity/set', '/entity/get'],
  queue: [''],
  egress: ['', 'request-new'],
};

/** By what is met, and how it fails. */
export function nameOfFault(fault: Fault): string {
  if (fault.target === 'invocation') {
    const when = fault.killBefore === undefined ? 'after' : 'before';
    return `${fault.match ?? 'any module'}: killed ${when} a call`;
  }
  const { status, delay, drop, hang } = fault;
  if (status !== undefined) return `${fault.target}: answers ${status}`;
  if (delay !== undefined) return `${fault.target}: slow`;
  if (hang) return `${fault.target}: ${drop ? 'hangs, done' : 'hangs, not done'}`;
  return `${fault.target}: done, answer lost`;
}
