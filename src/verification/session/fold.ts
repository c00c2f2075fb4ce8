import { digestOf } from './identity';
import { isVerdict } from './session-event';
import type { Fact, Facts, Link, Verification } from './session-record';
import type { SessionEventType } from './session-event';
import type { IdentityDoubt, State } from './state';

/** What a session's facts mean at a time. Times are epoch milliseconds. */
export interface Reading {
  state: State;
  /** When the deciding fact arrived; the time of the request where nothing has happened. */
  changedAt: number;
  /** The identity that the deciding verdict names. */
  identityId?: string | undefined;
  identityDoubt?: IdentityDoubt | undefined;
  /** When the person acted, as far as is known; at the latest when Incode stops sending events for the link. */
  actedAt?: number | undefined;
  /** The employee completed this link although a newer one had replaced it. */
  isCompletedAfterReplacement: boolean;
}

/** How long after the link's end Incode may still deliver a result: its last retry comes after about 32 minutes. */
export const RESULT_GRACE_MS = 33 * 60_000;

type Decision = Pick<Reading, 'state' | 'identityId' | 'identityDoubt'> & { fact?: Fact | undefined };

/**
 * What a verification's facts mean at the time `now`; later facts are left out. The order and number of Incode's events
 * make no difference; only our own acts (*replaced*) have an order among them.
 */
export function fold({ link, facts: all }: Pick<Verification, 'link' | 'facts'>, now: number): Reading {
  const facts = factsUntil(all, now);
  const { fact, ...decision } = decide(link, facts) ?? untilVerdict(link, facts, now);
  return {
    ...decision,
    changedAt: fact?.at ?? link.requestedAt,
    actedAt: actedAt(link, facts),
    isCompletedAfterReplacement: decision.state === 'superseded' && hasVerdictAfter(facts),
  };
}

/** Until when a pass counts, in epoch milliseconds. */
export function passEndsAt({ actedAt, changedAt }: Reading, passCountsMs: number): number {
  return (actedAt ?? changedAt) + passCountsMs;
}

/** The first rule that applies. */
function decide(link: Link, facts: Facts): Decision | undefined {
  const { foreignHint, objected, replaced } = facts;
  if (foreignHint) return { state: 'mismatch', fact: foreignHint, identityId: identityOf(facts) };
  if (objected) return { state: 'objected', fact: objected };
  if (replaced && !hasResultBefore(facts, replaced)) return { state: 'superseded', fact: replaced };
  return decideByVerdicts(link, facts);
}

function decideByVerdicts(link: Link, facts: Facts): Decision | undefined {
  const { succeeded, failed, 'pending-review': review } = facts.events;
  const identityId = identityOf(facts);
  if (succeeded && failed) return { state: 'conflicting', fact: latest(succeeded, failed), identityId };
  if (facts.overflow) return { state: 'conflicting', fact: facts.overflow, identityId };
  if (succeeded) return { ...decideSuccess(link, facts), fact: succeeded, identityId };
  if (failed) return { state: 'failed', fact: failed, identityId };
  return review && { state: 'review', fact: review, identityId };
}

function decideSuccess(link: Link, facts: Facts): Pick<Decision, 'state' | 'identityDoubt'> {
  const identityDoubt = doubtOf(link, facts);
  if (!identityDoubt) return { state: 'passed' };
  const isOtherPerson = identityDoubt === 'other' && link.onIdentityChange === 'refuse';
  return { state: isOtherPerson ? 'mismatch' : 'identity-changed', identityDoubt };
}

function doubtOf(link: Link, { events, identities, unreadable }: Facts): IdentityDoubt | undefined {
  if (unreadable) return 'unreadable';
  if (identities.length > 1) return 'other';
  const { knownIdentity, employee, onIdentityChange, onMissingIdentity } = link;
  if (knownIdentity === undefined) return undefined;
  const identityId = events.succeeded?.identity?.text;
  if (identityId === undefined) return onMissingIdentity === 'review' ? 'missing' : undefined;
  const isOther = digestOf(employee, identityId) !== knownIdentity && onIdentityChange !== 'ignore';
  return isOther ? 'other' : undefined;
}

function untilVerdict(link: Link, { events }: Facts, now: number): Decision {
  const opened = earliest([events.started, events.progress]);
  if (opened) {
    return { state: now < link.expiresAt + RESULT_GRACE_MS ? 'started' : 'no-result', fact: opened };
  }
  return { state: now < link.expiresAt ? 'sent' : 'expired' };
}

function identityOf({ events }: Facts): string | undefined {
  const { succeeded, failed, 'pending-review': review } = events;
  return (succeeded ?? failed ?? review)?.identity?.text;
}

function actedAt({ expiresAt }: Link, { events }: Facts): number | undefined {
  const first = earliest(Object.values(events));
  return first && Math.min(first.at, expiresAt + RESULT_GRACE_MS);
}

/** Whether a result was recorded before our own act, by the record's revisions: no clocks are compared. */
function hasResultBefore({ events, overflow }: Facts, { rev }: Fact): boolean {
  return [events.succeeded, events.failed, overflow].some((fact) => fact !== undefined && fact.rev < rev);
}

function hasVerdictAfter({ events, replaced }: Facts): boolean {
  return Object.entries(events).some(
    ([type, { rev }]) => isVerdict(type as SessionEventType) && replaced !== undefined && rev > replaced.rev,
  );
}

function earliest(facts: (Fact | undefined)[]): Fact | undefined {
  return facts.filter((fact) => fact !== undefined).toSorted((one, other) => one.at - other.at)[0];
}

function latest(one: Fact, other: Fact): Fact {
  return one.at > other.at ? one : other;
}

function factsUntil({ events, identities, hints, ...single }: Facts, now: number): Facts {
  const isKnown = (fact: Fact | undefined) => fact !== undefined && fact.at <= now;
  const known = <T extends Record<string, Fact | undefined>>(facts: T) =>
    Object.fromEntries(Object.entries(facts).filter(([, fact]) => isKnown(fact))) as Partial<T>;
  const named = Object.entries(known(events)).map(([type, { identity, ...event }]) => [
    type,
    isKnown(identity) ? { ...event, identity } : event,
  ]);
  return {
    ...known(single),
    events: Object.fromEntries(named) as Facts['events'],
    identities: identities.filter(isKnown),
    hints,
  };
}
