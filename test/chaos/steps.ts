import type { CallFault, Fault } from 'local-site/forge/faults';

export type EventName = 'SESSION_STARTED' | 'SESSION_SUCCEEDED' | 'SESSION_FAILED' | 'SESSION_PENDING_REVIEW';
/** `another identity`: its login hint is the employee's, its identity is not. */
export type About = 'the employee' | 'somebody else' | 'another identity';
export type ActionKey = 'send-verification-link' | 'get-identity-verification';
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
  /** The reporter reads the code's digits from the portal, and an agent checks these, or others. */
  | { kind: 'code'; issue: string; digits: 'right' | 'wrong' }
  /** A rule of Automation runs one of the app's actions. */
  | { kind: 'action'; action: ActionKey; as: string; issue: string }
  /** Before all else, an administrator makes a rule that asks for the code, and has employees told. */
  | { kind: 'rule' }
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
export const OUTAGE_CALLS = 30;

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
