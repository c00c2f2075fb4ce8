import { isTakenBack, takenBack } from '../session/state';
import type { AppError, ErrorCode } from '../app-error';
import type { Facts, IssueRef, Verification } from '../session/session-record';
import type { Problem } from './ports';
import type { Outstanding, Parts } from './outstanding';
import type { FieldReason, StepReason } from './progress';

/** The kinds of problem that belong to one verification. */
export const kindsOfVerification = [
  ...takenBack,
  'comment-impossible',
  'transition-impossible',
  'reply-impossible',
  'unreadable-verdict',
  'no-result',
  'wrong-codes',
] as const satisfies Problem['kind'][];

/** The problems of a ticket's update, of those parts that a run was to do. */
export function problemsOf(
  { link, interviewId }: Verification,
  due: Parts,
  { told, fields, reply }: Outstanding,
  at: number,
): Problem[] {
  const of = { at, issue: link.issue, interviewId };
  const impossible = (kind: Problem['kind'], { state, reason }: PossiblyImpossible): Problem[] =>
    state === 'impossible' ? [{ ...of, kind, code: reason }] : [];
  const problems: Problem[] = [];
  if (due.told && told) {
    if (isTakenBack(told.outcome)) problems.push({ ...of, kind: told.outcome });
    problems.push(...impossible('comment-impossible', told.comment));
    problems.push(...impossible('transition-impossible', told.transition));
  }
  // The comment's problem already says that the issue is gone.
  if (due.fields && fields.reason !== 'issue-gone') problems.push(...impossible('fields-impossible', fields));
  if (due.reply && reply) problems.push(...impossible('reply-impossible', reply.step));
  return problems;
}

interface PossiblyImpossible {
  state: string;
  reason?: string | undefined;
}

/** Refusals that agents can handle themselves. */
const everyday: ReadonlySet<ErrorCode> = new Set([
  'not-configured',
  'sending-in-progress',
  'live-elsewhere',
  'cooling-down',
  'destination-not-allowed',
  'objected',
  'invalid-input',
  'changed-meanwhile',
]);

/** The problem of a link that was not sent; `undefined` where agents can handle it themselves. */
export function problemOfSending(issue: IssueRef, error: AppError, at: number): Problem | undefined {
  if (everyday.has(error.code)) return undefined;
  if (error.code === 'limit-reached') {
    return { kind: 'burst', at, issue, code: String(error.values?.['whose'] ?? '') };
  }
  return { kind: 'not-sent', at, issue, code: error.code };
}

/**
 * The problems of Incode's verdicts: a login hint that is no address, or a value that cannot be read.
 * @param before facts whose problems are known
 */
export function problemsOfFacts(
  { link, facts, interviewId }: Verification,
  before: Facts,
  at: number,
): Problem[] {
  const { issue } = link;
  const isNew = (name: 'incomparableHint' | 'unreadable') => facts[name] && !before[name];
  return [
    ...(isNew('incomparableHint') ? [{ kind: 'login-hint-no-address', at, issue } as const] : []),
    ...(isNew('unreadable') ? [{ kind: 'unreadable-verdict', at, issue, interviewId } as const] : []),
  ];
}

/** Reasons that a retry can resolve, once somebody has changed something. */
const curable: ReadonlySet<string> = new Set<StepReason | FieldReason>([
  'no-such-transition',
  'no-such-field',
  'issue-gone',
  'not-a-service-project',
  'refused',
  'fields-refused',
  'gave-up',
  'project-stopped',
]);

/** The kinds of problem of something that was not done to a ticket. */
const steps: ReadonlySet<Problem['kind']> = new Set([
  'comment-impossible',
  'transition-impossible',
  'fields-impossible',
  'reply-impossible',
]);

/** Whether a retry can help. */
export function canTryAgain({ kind, code }: Problem): boolean {
  return steps.has(kind) && curable.has(code ?? '');
}
