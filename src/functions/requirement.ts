import { decide } from '../assurance/decide';
import { needsOf } from '../assurance/rules';
import { toAppError } from '../verification/app-error';
import { assurancePolicy } from '../wiring/assurance';
import type { Settings } from '../settings/settings';
import type { RequirementView } from '../contract/issue-panel';
import type { Needs } from '../assurance/rules';
import type { Requirement } from '../verification/session/requirement';
import type { Verification } from '../verification/session/session-record';
import type { App } from '../wiring/app';

type IssueRecords = Awaited<ReturnType<App['issueRecords']>>;

/** What a request needs, and who its reporter is now. */
export interface NeedsReading {
  needs: Needs;
  reporter?: string | undefined;
}

/**
 * Reads as the app what a request needs. Asks Jira only where there are rules, or the request was held to one before;
 * where Jira does not answer, it is `unreadable`.
 */
export async function readNeeds(
  app: App,
  issueId: string,
  records: Promise<IssueRecords>,
): Promise<NeedsReading> {
  const { stored, ticket } = await records;
  const rules = Object.values(stored.settings.rules);
  const before = ticket?.value.needs;
  if (rules.length === 0 && !before) return { needs: { kind: 'nothing' } };
  try {
    const facts = await app.assurance.requests.read(issueId);
    return { needs: needsOf(rules, facts, before), reporter: facts.reporter };
  } catch (error) {
    app.logFailure('requirement', toAppError(error));
    return { needs: { kind: 'unreadable' } };
  }
}

/** The requirement to keep for a request, where it is known. */
export function requirementIn({ needs }: NeedsReading): Requirement | undefined {
  return needs.kind === 'needs' ? needs.requirement : undefined;
}

/** How long a pass counts on a request, in milliseconds. */
export function passCountsMs({ needs }: NeedsReading, { passCountsMinutes }: Settings): number {
  return needs.kind === 'needs' ? needs.requirement.passCountsMs : passCountsMinutes * 60_000;
}

/** What a request needs and whether it has it at the time `now`; `undefined` where it needs nothing. */
export function requirementView(
  { needs, reporter }: NeedsReading,
  session: Verification | undefined,
  { stored, ticket }: IssueRecords,
  now: number,
): RequirementView | undefined {
  if (needs.kind === 'nothing') return undefined;
  if (needs.kind === 'unreadable') return { kind: 'unreadable' };
  const { doDemoResultsCount } = assurancePolicy(stored.settings);
  const isObjected = ticket?.value.objection !== undefined;
  const decision = decide(needs.requirement, { session, isObjected, reporter, doDemoResultsCount }, now);
  return { kind: 'needs', ...needs.requirement, decision };
}
