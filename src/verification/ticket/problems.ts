import type { AppError, ErrorCode } from '../app-error';
import type { IssueRef, Verification } from '../session/session-record';
import type { Problem } from './ports';
import type { StepReason, TicketProgress } from './progress';

/** Outcomes that no agent should be left alone with. */
const alarming = ['conflicting', 'mismatch', 'identity-changed', 'objected'] as const;

/** What can be told of one verification. */
export const kindsOfVerification = [
  ...alarming,
  'comment-impossible',
  'transition-impossible',
  'unreadable-verdict',
  'no-result',
] as const satisfies Problem['kind'][];

/** What an administrator should know of what the ticket was told. */
export function problemsOf(
  { link, interviewId }: Verification,
  progress: TicketProgress,
  at: number,
): Problem[] {
  const { issue } = link;
  const alarm = alarming.find((outcome) => outcome === progress.outcome);
  return [
    ...(alarm ? [{ kind: alarm, at, issue, interviewId }] : []),
    ...(['comment', 'transition'] as const).flatMap((name): Problem[] => {
      const step = progress[name];
      return step.state === 'impossible'
        ? [{ kind: `${name}-impossible`, at, issue, interviewId, code: step.reason }]
        : [];
    }),
  ];
}

/** Refusals that agents can deal with by themselves. */
const everyday: ReadonlySet<ErrorCode> = new Set([
  'not-configured',
  'sending-in-progress',
  'live-elsewhere',
  'cooling-down',
  'destination-not-allowed',
  'invalid-input',
  'changed-meanwhile',
]);

/** What an administrator should know of a link that was not sent; `undefined`: nothing. */
export function problemOfSending(issue: IssueRef, error: AppError, at: number): Problem | undefined {
  if (everyday.has(error.code)) return undefined;
  if (error.code === 'limit-reached') {
    return { kind: 'burst', at, issue, code: String(error.values?.['whose'] ?? '') };
  }
  return { kind: 'not-sent', at, issue, code: error.code };
}

/** What an administrator should know of how Incode tells: a verdict that names nobody comparable, or can't be read. */
export function problemsOfFacts({ link, facts, interviewId }: Verification, at: number): Problem[] {
  const { issue } = link;
  return [
    ...(facts.incomparableHint ? [{ kind: 'login-hint-no-address', at, issue } as const] : []),
    ...(facts.unreadable ? [{ kind: 'unreadable-verdict', at, issue, interviewId } as const] : []),
  ];
}

/** Reasons that another try can do away with, once somebody has changed something. */
const curable: ReadonlySet<string> = new Set<StepReason>([
  'no-such-transition',
  'issue-gone',
  'not-a-service-project',
  'refused',
  'gave-up',
  'project-stopped',
]);

/** Whether trying again means something. */
export function canTryAgain({ kind, code }: Problem): boolean {
  const isStep = kind === 'comment-impossible' || kind === 'transition-impossible';
  return isStep && curable.has(code ?? '');
}
