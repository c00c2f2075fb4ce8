import { comparableEmail } from './email-address';
import { isVerdict } from './session-event';
import type { SessionEvent, ReportedValue } from './session-event';
import type { Fact, Facts, Link, TextFact } from './session-record';

/** Two different identities already are a changed identity, so more need not be kept. */
const MOST_IDENTITIES = 2;
/** Of two different addresses one must be foreign, so more need not be kept. */
const MOST_HINTS = 2;

/**
 * The facts with one more event; the same object where the event adds nothing. The order of events makes no difference
 * to their meaning.
 * @param rev the revision of the record that will hold it
 * @param link what the session was requested with, once a ticket has claimed it
 */
export function addEvent(facts: Facts, event: SessionEvent, rev: number, link?: Link): Facts {
  const fact = { at: event.at, rev };
  const added = addIdentity(addArrival(facts, event, fact), event.identityId, fact);
  if (!isVerdict(event.type)) return added;
  const compared = addHint(added, event.loginHint, fact, link);
  const isUnreadable = event.loginHint.kind === 'unreadable' || event.identityId.kind === 'unreadable';
  return isUnreadable ? addFirst(compared, 'unreadable', fact) : compared;
}

/** The facts of a session that a ticket claims: the addresses are compared, and no longer kept. */
export function claimFacts(facts: Facts, { subject }: Pick<Link, 'subject'>): Facts {
  const foreign = facts.hints.find(({ text }) => text !== comparableEmail(subject.email));
  return { ...facts, hints: [], foreignHint: foreign && { at: foreign.at, rev: foreign.rev } };
}

function addArrival(facts: Facts, { type, identityId }: SessionEvent, fact: Fact): Facts {
  const known = facts.events[type];
  const identity = identityId.kind === 'text' ? identityId.text : undefined;
  if (known && (known.identityId !== undefined || identity === undefined)) return facts;
  const arrival = { ...(known ?? fact), ...(identity !== undefined && { identityId: identity }) };
  return { ...facts, events: { ...facts.events, [type]: arrival } };
}

function addIdentity(facts: Facts, identityId: ReportedValue, fact: Fact): Facts {
  if (identityId.kind !== 'text') return facts;
  const { identities } = facts;
  if (identities.some(({ text }) => text === identityId.text)) return facts;
  if (identities.length < MOST_IDENTITIES) {
    return { ...facts, identities: [...identities, { ...fact, text: identityId.text }] };
  }
  return addFirst(facts, 'overflow', fact);
}

function addHint(facts: Facts, loginHint: ReportedValue, fact: Fact, link: Link | undefined): Facts {
  if (loginHint.kind !== 'text') return facts;
  // Incode may echo something else than an address there (unconfirmed); only addresses can be compared.
  if (!loginHint.text.includes('@')) return addFirst(facts, 'incomparableHint', fact);
  const text = comparableEmail(loginHint.text);
  if (link) {
    const isForeign = text !== comparableEmail(link.subject.email);
    return isForeign ? addFirst(facts, 'foreignHint', fact) : facts;
  }
  const isKnown = facts.hints.some((hint) => hint.text === text) || facts.hints.length >= MOST_HINTS;
  return isKnown ? facts : { ...facts, hints: [...facts.hints, { ...fact, text } satisfies TextFact] };
}

type SingleFact = 'foreignHint' | 'incomparableHint' | 'unreadable' | 'overflow';

function addFirst(facts: Facts, name: SingleFact, fact: Fact): Facts {
  return facts[name] ? facts : { ...facts, [name]: fact };
}
