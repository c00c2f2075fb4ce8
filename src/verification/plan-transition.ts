import type { IssueSituation, TellingPolicy } from './ports';
import type { Step, StepReason, TicketUpdate } from './ticket-update';
import type { Verification } from './verification';

interface Question {
  verification: Verification;
  update: TicketUpdate;
  policy: TellingPolicy;
  situation: IssueSituation;
  /** The status the issue had when we sent the link, or that we gave it since. */
  knownStatusId: string | undefined;
}

/** `go`: make this transition; `made`: it has taken effect already; `none`: there is nothing (more) to do. */
export type TransitionPlan =
  | { kind: 'go'; transitionId: string; toStatusId: string }
  | { kind: 'made'; toStatusId: string }
  | { kind: 'none'; step: Step };

/** What to do about the issue's status. A person's own move, and a done status, are never overruled. */
export function planTransition(question: Question): TransitionPlan {
  const { policy, update, situation, verification } = question;
  const target = policy.targetStatus(update.outcome, situation.project.id);
  if (!target) return leaveAlone('no-mapping');
  if (verification.environment === 'demo' && !policy.doDemoResultsMoveTickets) return leaveAlone('demo');
  if (situation.status.id === target.id) {
    const isOurs = update.transition.state === 'attempted' && question.knownStatusId !== target.id;
    return isOurs ? { kind: 'made', toStatusId: target.id } : leaveAlone('already-there');
  }
  if (situation.status.isDone) return leaveAlone('already-done-status');
  const isAsWeLeftIt = situation.status.id === question.knownStatusId || mayBeMovedByUs(question);
  if (!isAsWeLeftIt) return leaveAlone('moved-meanwhile');
  return findTransition(situation, target);
}

/**
 * Whether the issue is where an earlier outcome led: its transition was begun, and overtaken before its answer was
 * known. The try that finds it overtaken begins nothing, so there was one before.
 */
function mayBeMovedByUs({ verification, policy, situation }: Question): boolean {
  return verification.updates.some(
    ({ outcome, transition, tries }) =>
      transition.state === 'overtaken' &&
      tries > 1 &&
      policy.targetStatus(outcome, situation.project.id)?.id === situation.status.id,
  );
}

function findTransition(
  { transitions }: IssueSituation,
  target: { id: string; name: string },
): TransitionPlan {
  const match =
    transitions.find(({ toStatusId }) => toStatusId === target.id) ??
    transitions.find(({ name, toStatusName }) => toStatusName === target.name || name === target.name);
  if (!match) return { kind: 'none', step: { state: 'impossible', reason: 'no-such-transition' } };
  return { kind: 'go', transitionId: match.id, toStatusId: match.toStatusId };
}

function leaveAlone(reason: StepReason): TransitionPlan {
  return { kind: 'none', step: { state: 'left-alone', reason } };
}
