import { keepIdentityInLine } from '../identity-memory';
import { retryOnConflict } from '../retry-on-conflict';
import { addEvent } from '../session/add-event';
import { fold } from '../session/fold';
import { isVerdict } from '../session/session-event';
import { isClaimed, nothingHappened } from '../session/session-record';
import { isOutcome } from '../session/state';
import { settleAll } from '../settle-all';
import { problemsOfFacts } from './problems';
import { FIELD_PAUSE_MS } from './field-progress';
import { isDone, outstanding } from './outstanding';
import type { SessionEvent } from '../session/session-event';
import type { Facts, UnclaimedSession, Verification } from '../session/session-record';
import type { Pseudonyms, Stored } from '../store';
import type { CorePorts } from './ports';

/** How an event was handled. In all cases Incode need not send it again. */
export type Receipt = 'applied' | 'ignored' | 'kept-for-later';

/**
 * Adds an event to its session's facts, and queues the ticket where its outcome may have changed.
 * @throws {AppError} `storage-unavailable`, `changed-meanwhile`: the event is not recorded, or the ticket not queued, so
 *   Incode must send it again
 */
export function receiveEvent(ports: CorePorts, event: SessionEvent): Promise<Receipt> {
  return retryOnConflict(async () => {
    const stored = await ports.store.verifications.load(event.interviewId);
    if (!stored) return keepForLater(ports, undefined, event);
    const { value } = stored;
    return isClaimed(value)
      ? addToVerification(ports, { ...stored, value }, event)
      : keepForLater(ports, { ...stored, value }, event);
  });
}

async function addToVerification(
  ports: CorePorts,
  stored: Stored<Verification>,
  event: SessionEvent,
): Promise<Receipt | undefined> {
  const { store, announcer, clock } = ports;
  const { link, facts } = stored.value;
  const added = addEvent(facts, event, stored.rev + 1, link);
  if (added === facts) {
    // Incode sends a verdict again if the queue failed the first time; other events queue nothing.
    if (isVerdict(event.type)) await queueAgainIfDue(ports, stored.value);
    return 'ignored';
  }
  const changed = { ...stored.value, facts: added };
  announcer.getReady(link.issue.id);
  if (!(await store.commit([store.verifications.change(stored, changed)]))) return undefined;
  const now = clock.now();
  const isNews = isVerdict(event.type) || fold(changed, now).state !== fold(stored.value, now).state;
  await settleAll([
    isNews ? queueAndRemember(ports, changed) : Promise.resolve(),
    Promise.all([announcer.changed(link.issue.id), reportNewProblems(ports, changed, facts)]),
  ]);
  return 'applied';
}

/** Queues the ticket's update, and remembers the identity that the session proved. Throws `storage-unavailable`. */
export async function queueAndRemember(
  { store, queue, clock }: CorePorts,
  verification: Verification,
): Promise<void> {
  const now = clock.now();
  await settleAll([
    queue.push(
      [verification.link.issue.id],
      isOutcome(fold(verification, now).state) ? 0 : FIELD_PAUSE_MS / 1000,
    ),
    keepIdentityInLine(store, verification, now),
  ]);
}

async function queueAgainIfDue(ports: CorePorts, verification: Verification): Promise<void> {
  const { store, clock } = ports;
  const ticket = await store.tickets.load(verification.link.issue.id);
  if (ticket?.value.current !== verification.interviewId) return;
  const left = outstanding(ticket.value, verification, clock.now());
  if (!isDone(left)) await queueAndRemember(ports, verification);
}

/** Reports the problems of a verification's facts that the facts before did not have. */
export async function reportNewProblems(
  { health, clock }: CorePorts,
  verification: Verification,
  before: Facts = nothingHappened,
): Promise<void> {
  const problems = problemsOfFacts(verification, before, clock.now());
  await Promise.all(problems.map((problem) => health.report(problem)));
}

/** Keeps an event of a session that no ticket has claimed. */
async function keepForLater(
  { store, pseudonyms }: CorePorts,
  stored: Stored<UnclaimedSession> | undefined,
  event: SessionEvent,
): Promise<Receipt | undefined> {
  const { interviewId } = event;
  const facts = stored ? await openFacts(pseudonyms, stored.value) : nothingHappened;
  const added = addEvent(facts, event, (stored?.rev ?? 0) + 1);
  if (added === facts) return 'ignored';
  const record = {
    interviewId,
    firstAt: event.at,
    ...stored?.value,
    sealedFacts: await pseudonyms.seal(added),
  };
  const isKept = stored
    ? await store.commit([store.verifications.change(stored, record)])
    : await store.verifications.create(interviewId, record);
  return isKept ? 'kept-for-later' : undefined;
}

/** What happened to a session that no ticket has claimed. */
export async function openFacts(pseudonyms: Pseudonyms, { sealedFacts }: UnclaimedSession): Promise<Facts> {
  return sealedFacts === undefined ? nothingHappened : ((await pseudonyms.open(sealedFacts)) as Facts);
}
