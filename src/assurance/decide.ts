import { fold, passEndsAt } from '../verification/session/fold';
import { needsCode } from '../verification/session/requirement';
import type { Requirement } from '../verification/session/requirement';
import type { Verification } from '../verification/session/session-record';
import type { Decision, Shortfall } from './decision';

/** What speaks for a request. */
export interface Evidence {
  /** The ticket's current session. */
  session: Verification | undefined;
  /** Whether the employee objected, and no administrator has released the request since. */
  isObjected: boolean;
  /** Account id of the request's reporter now; `undefined` where Jira names none. */
  reporter: string | undefined;
  /** Whether an administrator lets demo results count. */
  doDemoResultsCount: boolean;
}

/**
 * Whether the evidence gives what the requirement asks for at the time `now` (epoch milliseconds), and until when, or
 * the one reason that helps. The only place that knows.
 */
export function decide(requirement: Requirement, evidence: Evidence, now: number): Decision {
  const { session, isObjected } = evidence;
  if (isObjected) return insufficient('objected');
  if (!session) return insufficient('no-link');
  const reading = fold(session, now);
  if (reading.state !== 'passed') return insufficient(reading.state);
  const doubt = doubtAboutPass(session, requirement, evidence, now);
  if (doubt) return insufficient(doubt);
  const until = passEndsAt(reading, requirement.passCountsMs);
  if (now < until && isCodeMissing(session, requirement, now)) return insufficient('code-not-confirmed');
  return now < until ? { kind: 'sufficient', until } : insufficient('too-old');
}

/** Why a pass does not count, whatever its age. */
function doubtAboutPass(
  session: Verification,
  requirement: Requirement,
  { reporter, doDemoResultsCount }: Evidence,
  now: number,
): Shortfall | undefined {
  if (isReplaced(session, now)) return 'superseded';
  if (session.link.environment === 'demo' && !doDemoResultsCount) return 'demo';
  // Nobody but the reporter can read the code.
  const isAboutReporter = requirement.about === 'reporter' || needsCode(requirement);
  return isAboutReporter ? doubtAboutReporter(session, reporter) : undefined;
}

function isCodeMissing({ code }: Verification, requirement: Requirement, now: number): boolean {
  const confirmedAt = code?.confirmed?.at ?? Infinity;
  return needsCode(requirement) && confirmedAt > now;
}

// A pass stays one in the history when a newer link takes its place, and counts for nothing.
function isReplaced({ facts: { replaced } }: Verification, now: number): boolean {
  return replaced !== undefined && replaced.at <= now;
}

// The account that was the reporter when the link was sent has to be the reporter now.
function doubtAboutReporter(
  { link: { subject } }: Verification,
  reporter: string | undefined,
): Shortfall | undefined {
  if (subject.reporter === 'unknown') return 'not-comparable';
  if (subject.reporter === 'other') return 'other-person';
  const isSame = subject.reporterAccountId !== undefined && subject.reporterAccountId === reporter;
  return isSame ? undefined : 'reporter-changed';
}

function insufficient(reason: Shortfall): Decision {
  return { kind: 'insufficient', reason };
}
