import type { LiveView, RequirementView } from '../../contract/issue-panel';
import type { Language } from '../language/language';

type Needs = Extract<RequirementView, { kind: 'needs' }>;
export type Decision = Needs['decision'];

/** The decision at this moment: a pass grows too old at its second, without asking the server. */
export function decisionNow({ decision }: Needs, now: number): Decision {
  const isOver = decision.kind === 'sufficient' && now >= decision.until;
  return isOver ? { kind: 'insufficient', reason: 'too-old' } : decision;
}

export type Lack = Extract<Decision, { kind: 'insufficient' }>['reason'] | 'unreadable';

/** Why nobody may rely on a pass at this moment; `unreadable`: what the request needs is not known. */
export function lackNow(
  { requirement, objectedAt }: Pick<LiveView, 'requirement' | 'objectedAt'>,
  now: number,
): Lack | undefined {
  if (objectedAt !== undefined) return 'objected';
  if (requirement?.kind !== 'needs') return requirement?.kind;
  const decision = decisionNow(requirement, now);
  return decision.kind === 'insufficient' ? decision.reason : undefined;
}

/** What the request needs, in a sentence. */
export function needWords({ t, number }: Language, { rule, passCountsMs, about, needsCode }: Needs): string {
  const minutes = number(Math.round(passCountsMs / 60_000));
  return t(`requirement.needs.${needsCode ? 'code' : about}`, { rule: rule ?? '', minutes });
}

/** Whether the request has what it needs, and until when or why not. */
export function standingWords({ t, clock }: Language, decision: Decision): string {
  return decision.kind === 'sufficient'
    ? t('requirement.holds', { time: clock(decision.until) })
    : t('requirement.short', { reason: t(`requirement.reason.${decision.reason}`) });
}
