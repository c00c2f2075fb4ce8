import { isIncomparable } from './verification';
import type { AppError, ErrorCode } from './app-error';
import type { Problem } from './ports';
import type { SessionEvent } from './session-event';
import type { StepReason, TicketUpdate } from './ticket-update';
import type { IssueRef, Verification } from './verification';

/** Outcomes that no agent should be left alone with. */
const alarming = ['contradicted', 'mismatch', 'identity-changed'] as const;

/** What can be told of one verification. */
export const kindsOfVerification = [
  ...alarming,
  'comment-impossible',
  'transition-impossible',
  'no-result',
] as const satisfies Problem['kind'][];

/** What an administrator should know of a ledger entry that was worked on. */
export function problemsOf(verification: Verification, update: TicketUpdate, at: number): Problem[] {
  const { issue, interviewId } = verification;
  const alarm = alarming.find((outcome) => outcome === update.outcome);
  return [
    ...(alarm ? [{ kind: alarm, at, issue, interviewId }] : []),
    ...(['comment', 'transition'] as const).flatMap((name): Problem[] => {
      const step = update[name];
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

/** That a verdict names its employee by something else than an address, where it does; administrators are told once. */
export function problemOfHint(issue: IssueRef, event: SessionEvent): Problem[] {
  return isIncomparable(event) ? [{ kind: 'login-hint-no-address', at: event.at, issue }] : [];
}

/** Reasons that another try can do away with, once somebody has changed something. */
const curable: ReadonlySet<string> = new Set<StepReason>([
  'no-such-transition',
  'refused',
  'gave-up',
  'project-stopped',
]);

/** Whether trying again means something. */
export function canTryAgain({ kind, code }: Problem): boolean {
  const isStep = kind === 'comment-impossible' || kind === 'transition-impossible';
  return isStep && curable.has(code ?? '');
}
