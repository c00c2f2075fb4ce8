import { comparableEmail } from './email-address';
import { isVerdict } from './session-event';
import type { SessionEvent, SessionEventType, ReportedValue } from './session-event';
import type { EventFact, Fact, Facts, Link, TextFact } from './session-record';

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
  const { identityId } = event;
  const identity = identityId.kind === 'text' ? { ...fact, text: identityId.text } : undefined;
  const arrived = addArrival(facts, event.type, { ...fact, ...(identity && { identity }) });
  const added = identity ? addIdentity(arrived, identity) : arrived;
  if (!isVerdict(event.type)) return added;
  const compared = addHint(added, event.loginHint, fact, link);
  const isUnreadable = event.loginHint.kind === 'unreadable' || identityId.kind === 'unreadable';
  return isUnreadable ? addFirst(compared, 'unreadable', fact) : compared;
}

/** The facts of a session that a ticket claims: the addresses are compared, and no longer kept. */
export function claimFacts(facts: Facts, { subject }: Pick<Link, 'subject'>): Facts {
  const foreign = facts.hints.find(({ text }) => text !== comparableEmail(subject.email));
  return { ...facts, hints: [], foreignHint: foreign && { at: foreign.at, rev: foreign.rev } };
}

function addArrival(facts: Facts, type: SessionEventType, fact: EventFact): Facts {
  const known = facts.events[type];
  if (known && (known.identity || !fact.identity)) return facts;
  return { ...facts, events: { ...facts.events, [type]: { ...fact, ...known } } };
}

function addIdentity(facts: Facts, { text, ...fact }: TextFact): Facts {
  const { identities } = facts;
  if (identities.some((identity) => identity.text === text)) return facts;
  return identities.length < MOST_IDENTITIES
    ? { ...facts, identities: [...identities, { ...fact, text }] }
    : addFirst(facts, 'overflow', fact);
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
