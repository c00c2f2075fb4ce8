import { decide } from './decide';
import { rememberValidator } from './met-validators';
import { needsOf } from './rules';
import { needsCode } from '../verification/session/requirement';
import type { Requirement } from '../verification/session/requirement';
import type { Verification } from '../verification/session/session-record';
import type { AssurancePolicy, GatePorts, GateScope, KeptOfRequest, RequestFacts } from './ports';
import type { Needs } from './rules';

/** A transition that somebody, or something, is about to make. */
export interface TransitionAttempt {
  issueKey: string;
  /** Ids of the fields that it changes. */
  changedFields: readonly string[];
  /** Ids of the statuses between which it is; `undefined` where Jira does not tell. */
  transition?: { from: string; to: string } | undefined;
}

export type GateAnswer =
  | { kind: 'open' }
  /** `rule`: the name of the rule that asks for more, if one does. `needsCode`: whether it asks for the caller's code. */
  | { kind: 'blocked'; rule?: string | undefined; needsCode: boolean }
  /** The request's type cannot be read, or is being changed, so that nobody knows which rule is for it. */
  | { kind: 'undecidable' };

/**
 * What a validator says where it could not find out. The app's own transitions meet it, too, and are made again later.
 */
export const UNREADABLE_SENTENCE =
  'Identity verification couldn’t be checked just now. Try again in a minute.';

/** A request's current session, and whether the strict validator would let the request through with it. */
export interface Standing {
  session: Verification | undefined;
  isSufficient: boolean;
}

/** Reads as `askGate` does, and keeps nothing. Throws where anything cannot be read but the request's type. */
export async function readStanding(ports: GatePorts, issueKey: string): Promise<Standing> {
  const [policy, request] = await Promise.all([ports.policy(), ports.requests.read(issueKey)]);
  const kept = await ports.records.ofRequest(request.id);
  const needs = needsOf(policy.rules, request, kept.needs);
  const { session, decision } = await judge(ports, { policy, request, needs, kept });
  return { session, isSufficient: needs.kind !== 'unreadable' && decision.kind === 'sufficient' };
}

/**
 * Whether a transition may be made. Reads by key only, in three steps: settings and request, ticket, session.
 * Throws where anything cannot be read; the caller has to take that for a no.
 */
export async function askGate(
  ports: GatePorts,
  attempt: TransitionAttempt,
  scope: GateScope,
): Promise<GateAnswer> {
  const { issueKey, changedFields } = attempt;
  const reading = ports.requests.read(issueKey);
  // Not awaited: somebody waits for the answer. What has to be written is on its way before the ticket is read.
  void rememberValidator(ports, attempt, scope, reading);
  const [policy, request] = await Promise.all([ports.policy(), reading]);
  if (changesRule(policy, request, changedFields)) return { kind: 'undecidable' };
  const kept = await ports.records.ofRequest(request.id);
  const needs = needsOf(policy.rules, request, kept.needs);
  if (needs.kind === 'unreadable') return { kind: 'undecidable' };
  if (needs.kind === 'nothing' && scope === 'rules-only') return { kind: 'open' };
  const { requirement, decision } = await judge(ports, { policy, request, needs, kept });
  if (decision.kind === 'sufficient' && !changedFields.includes('reporter')) return { kind: 'open' };
  if (needs.kind === 'needs') await keepNeeds(ports, request, requirement);
  return { kind: 'blocked', rule: requirement.rule, needsCode: needsCode(requirement) };
}

interface Case {
  policy: AssurancePolicy;
  request: RequestFacts;
  needs: Needs;
  kept: KeptOfRequest;
}

async function judge({ records, clock }: GatePorts, { policy, request, needs, kept }: Case) {
  const { current, isObjected } = kept;
  const { doDemoResultsCount } = policy;
  const requirement = needs.kind === 'needs' ? needs.requirement : usualRequirement(policy);
  const session = current === undefined ? undefined : await records.session(current);
  const evidence = { session, isObjected, reporter: request.reporter, doDemoResultsCount };
  return { requirement, session, decision: decide(requirement, evidence, clock.now()) };
}

/** Whether the transition itself may change which rule is for the request. */
function changesRule(
  { rules }: AssurancePolicy,
  { projectId, requestTypeField }: RequestFacts,
  changedFields: readonly string[],
): boolean {
  const changesType = requestTypeField !== undefined && changedFields.includes(requestTypeField);
  return changesType && rules.some((rule) => rule.projectId === projectId);
}

/** What a request needs that no rule is for. */
function usualRequirement({ passCountsMs }: AssurancePolicy): Requirement {
  return { passCountsMs, about: 'reporter' };
}

// Best effort: the transition is blocked, whether or not this is remembered.
async function keepNeeds({ records }: GatePorts, { id }: RequestFacts, needs: Requirement): Promise<void> {
  await records.keepNeeds(id, needs).catch(() => undefined);
}
