import { SeededRandomness } from 'local-site/random';
import type { CallFault, Fault } from 'local-site/forge/faults';

export type EventName = 'SESSION_STARTED' | 'SESSION_SUCCEEDED' | 'SESSION_FAILED' | 'SESSION_PENDING_REVIEW';
/** `another identity`: its login hint is the employee's, its identity is not. */
export type About = 'the employee' | 'somebody else' | 'another identity';
export type Delivering = 'plain' | 'twice' | 'late' | 'reordered' | 'lost';

/** One thing that happens; then the clock runs for `thenMs`. Sessions are counted back from the newest, 0. */
export type Step = { thenMs: number } & (
  | { kind: 'send'; as: string; issue: string; email: string }
  | { kind: 'visit'; session: number; outcome: 'pass' | 'fail' | 'review' | 'walk away' }
  | { kind: 'decide'; session: number; outcome: 'passed' | 'failed' }
  /** A webhook beside those that Incode sends by itself: again, late, or of a verdict that contradicts. */
  | { kind: 'webhook'; session: number; event: EventName; about: About }
  | { kind: 'deliver'; how: Delivering }
  /** Another integration of the organisation verifies the same employee; its webhooks come here, too. */
  | { kind: 'elsewhere'; email: string; outcome: 'pass' | 'fail' }
  /** A person changes a request's status, where the workflow has a way. */
  | { kind: 'move'; issue: string; to: string }
  /** Somebody tries a transition that asks for a pass about the reporter. */
  | { kind: 'gate'; issue: string }
  /** The request's reporter says in the portal that they did not ask for the check. */
  | { kind: 'object'; issue: string }
  | { kind: 'delete'; issue: string }
  /** An administrator replaces the webhook secret; the one before stays accepted for a day. */
  | { kind: 'rotate' }
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

/** The calls that the app makes on its main job, each by a part of its line. */
export const CALL_SITES = [
  { target: 'jira', match: 'mypermissions' },
  { target: 'jira', match: 'fields=project,status,reporter' },
  { target: 'jira', match: 'expand=transitions' },
  { target: 'jira', match: '/comment' },
  { target: 'jira', match: '/transitions' },
  { target: 'jira', match: '/app/field/value' },
  { target: 'kvs', match: '/batch/get' },
  { target: 'kvs', match: '/entity/get' },
  { target: 'kvs', match: '/entity/set' },
  { target: 'kvs', match: '/entity/query' },
  { target: 'kvs', match: '/transaction' },
  { target: 'secret', match: '/secret/get' },
  { target: 'secret', match: '/secret/set' },
  { target: 'queue', match: 'queue' },
  { target: 'realtime', match: 'POST' },
  { target: 'egress', match: '/oauth2/token' },
  { target: 'egress', match: 'request-new' },
] as const;

export const KILLED_MODULES = [
  'identity-verification',
  'incode-webhook',
  'ticket-updates',
  'housekeeping',
] as const;

/** More calls than the app's eight tries of a ticket make. */
const OUTAGE_CALLS = 30;

/** Few enough that neither Incode's six attempts nor the app's eight can run out. */
const MOST_FAULTS = 4;
const LATEST_KILL = 12;

const MOVES_TO = ['Escalated', 'Waiting for customer', 'Resolved'];
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
  const steps = Array.from({ length }, (_, position) => {
    const kind = position === 0 ? 'send' : chances.kind();
    const mayFail = kind !== 'fault' || faults++ < MOST_FAULTS;
    return mayFail ? stepOf(kind, chances) : { kind: 'cold' as const, thenMs: chances.pauseMs() };
  });
  return chances.below(3) ? steps : [...steps, ...PASS_FOR_A_TRANSITION];
}

/** What a request is verified for. */
const PASS_FOR_A_TRANSITION: Step[] = [
  { kind: 'visit', session: 0, outcome: 'pass', thenMs: 20_000 },
  { kind: 'gate', issue: 'HELP-1', thenMs: 20 },
];

type Kind = Step['kind'];

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
    as: chances.of(['agent', 'agent2']),
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
  // Nobody who is sent a link reported the other request.
  gate: (chances) => ({ issue: chances.of(['HELP-1', 'HELP-1', 'HELP-1', 'HELP-2']) }),
  delete: (chances) => ({ issue: chances.of(ISSUES) }),
  rotate: () => ({}),
  fault: (chances) => ({ fault: faultOf(chances) }),
  cold: () => ({}),
  // The only request whose reporter is sent links.
  object: () => ({ issue: 'HELP-1' }),
};

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

/** Whether Jira is away for longer than the app tries. */
export function isOutage({ times }: Fault): boolean {
  return times === OUTAGE_CALLS;
}

/** By what is met, and how it fails. */
export function nameOfFault(fault: Fault): string {
  if (fault.target === 'invocation') {
    const when = fault.killBefore === undefined ? 'after' : 'before';
    return `${fault.match ?? 'any module'}: killed ${when} a call`;
  }
  const where = `${fault.target} ${fault.match ?? 'everything'}`;
  return `${where}: ${isOutage(fault) ? 'out for long' : how(fault)}`;
}

function how({ status, delay, drop, hang }: CallFault): string {
  if (status !== undefined) return `answers ${status}`;
  if (delay !== undefined) return delay === CALL_FAULTS.slow.delay ? 'slow' : 'done much later';
  if (hang) return drop ? 'hangs, done' : 'hangs, not done';
  return 'done, answer lost';
}
