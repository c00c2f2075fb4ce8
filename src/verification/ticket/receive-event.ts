import { keepIdentityInLine } from '../identity-memory';
import { retryOnConflict } from '../retry-on-conflict';
import { openFacts } from '../session-facts';
import { addEvent } from '../session/add-event';
import { fold } from '../session/fold';
import { isOutcome } from '../session/outcome';
import { isVerdict } from '../session/session-event';
import { isClaimed, nothingHappened } from '../session/session-record';
import { settleBoth } from '../settle-both';
import { problemsOfFacts } from './problems';
import { isTold } from './progress';
import { progressOf } from './reconcile';
import type { Pseudonyms } from '../sending/ports';
import type { State } from '../session/state';
import type { SessionEvent } from '../session/session-event';
import type { UnclaimedSession, Verification } from '../session/session-record';
import type { Clock, Store, Stored } from '../store';
import type { Announcer, Health, UpdateQueue } from './ports';

export interface ReceiveEventPorts {
  store: Store;
  queue: UpdateQueue;
  announcer: Announcer;
  health: Health;
  pseudonyms: Pseudonyms;
  clock: Clock;
}

/** How an event was handled. In all cases Incode need not send it again. */
export type Receipt = { kind: 'applied' } | { kind: 'ignored' } | { kind: 'kept-for-later' };

/**
 * Adds an event to its session's facts, and queues the ticket where its outcome may have changed.
 * @throws {AppError} `storage-unavailable`, `changed-meanwhile`: the event is not recorded, or the ticket not queued, so
 *   Incode must send it again
 */
export function receiveEvent(ports: ReceiveEventPorts, event: SessionEvent): Promise<Receipt> {
  return retryOnConflict(async () => {
    const stored = await ports.store.verifications.load(event.interviewId);
    if (!stored) return keepFirst(ports, event);
    const { value } = stored;
    return isClaimed(value)
      ? addToVerification(ports, { ...stored, value }, event)
      : keepAnother(ports, { ...stored, value }, event);
  });
}

async function addToVerification(
  ports: ReceiveEventPorts,
  stored: Stored<Verification>,
  event: SessionEvent,
): Promise<Receipt | undefined> {
  const { store, announcer } = ports;
  const { link, facts } = stored.value;
  const added = addEvent(facts, event, stored.rev + 1, link);
  if (added === facts) {
    // Incode sends a verdict again if the queue failed the first time; other events queue nothing.
    if (isVerdict(event.type)) await queueAgainIfDue(ports, stored.value);
    return { kind: 'ignored' };
  }
  const changed = { ...stored.value, facts: added };
  announcer.getReady(link.issue.id);
  if (!(await store.commit([store.verifications.change(stored, changed)]))) return undefined;
  const isNews = isVerdict(event.type) || stateOf(ports, changed) !== stateOf(ports, stored.value);
  await settleBoth(
    isNews ? queueAndRemember(ports, changed) : Promise.resolve(),
    announceNews(ports, stored.value, changed),
  );
  return { kind: 'applied' };
}

function stateOf({ clock }: ReceiveEventPorts, verification: Verification): State {
  return fold(verification, clock.now()).state;
}

/** Queues the ticket's update, and remembers the identity that the session proved. */
async function queueAndRemember(
  { store, queue, clock }: ReceiveEventPorts,
  verification: Verification,
): Promise<void> {
  const now = clock.now();
  const isToBeTold = isOutcome(fold(verification, now).state);
  await settleBoth(
    isToBeTold ? queue.push([verification.link.issue.id]) : Promise.resolve(),
    keepIdentityInLine(store, verification, now),
  );
}

async function queueAgainIfDue(ports: ReceiveEventPorts, verification: Verification): Promise<void> {
  const { store, clock } = ports;
  const ticket = await store.tickets.load(verification.link.issue.id);
  if (ticket?.value.current !== verification.interviewId) return;
  const progress = progressOf(ticket.value, verification, clock.now());
  if (progress && !isTold(progress)) await queueAndRemember(ports, verification);
}

async function announceNews(
  { announcer, health, clock }: ReceiveEventPorts,
  before: Verification,
  after: Verification,
): Promise<void> {
  const known = problemsOfFacts(before, 0).map(({ kind }) => kind);
  const problems = problemsOfFacts(after, clock.now()).filter(({ kind }) => !known.includes(kind));
  await Promise.all([
    announcer.changed(after.link.issue.id),
    ...problems.map((problem) => health.report(problem)),
  ]);
}

async function keepFirst(ports: ReceiveEventPorts, event: SessionEvent): Promise<Receipt | undefined> {
  const { interviewId, at } = event;
  const sealedFacts = await ports.pseudonyms.seal(addEvent(nothingHappened, event, 1));
  const created = await ports.store.verifications.create(interviewId, {
    interviewId,
    firstAt: at,
    sealedFacts,
  });
  return created && { kind: 'kept-for-later' };
}

async function keepAnother(
  { store, pseudonyms }: ReceiveEventPorts,
  stored: Stored<UnclaimedSession>,
  event: SessionEvent,
): Promise<Receipt | undefined> {
  const facts = await openFacts(pseudonyms, stored.value);
  const added = addEvent(facts, event, stored.rev + 1);
  if (added === facts) return { kind: 'ignored' };
  const changed = { ...stored.value, sealedFacts: await pseudonyms.seal(added) };
  const isKept = await store.commit([store.verifications.change(stored, changed)]);
  return isKept ? { kind: 'kept-for-later' } : undefined;
}
