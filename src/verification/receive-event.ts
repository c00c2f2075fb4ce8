import { AppError } from './app-error';
import { bothDone } from './both-done';
import { problemOfHint } from './problems';
import { isSettled } from './ticket-update';
import { applyEvent, isVerdict } from './verification';
import type { Announcer, Health, Pseudonyms, Store, Stored, UpdateQueue } from './ports';
import type { SessionEvent } from './session-event';
import type { EarlyEvents, SessionRecord, Verification } from './verification';

export interface ReceiveEventPorts {
  store: Store;
  queue: UpdateQueue;
  announcer: Announcer;
  health: Health;
  pseudonyms: Pseudonyms;
}

/** What became of an event. All of these are successes: Incode need not send it again. */
export type Receipt = { kind: 'applied' } | { kind: 'ignored' } | { kind: 'kept-for-later' };

const TRIES = 8;

/**
 * Applies an event to its verification, and has the ticket told where there is news for it.
 * @throws {AppError} `storage-unavailable`, `changed-meanwhile`: the event is not recorded (or not yet driven on) and must come again.
 */
export async function receiveEvent(ports: ReceiveEventPorts, event: SessionEvent): Promise<Receipt> {
  for (let tries = 0; tries < TRIES; tries++) {
    const stored = await ports.store.verifications.load(event.interviewId);
    const receipt = await receiveOnce(ports, stored, event);
    if (receipt) return receipt;
  }
  throw new AppError('changed-meanwhile', { isRetryable: true });
}

/** `undefined` where somebody else wrote in between. */
async function receiveOnce(
  ports: ReceiveEventPorts,
  stored: Stored<SessionRecord> | undefined,
  event: SessionEvent,
): Promise<Receipt | undefined> {
  if (!stored) return keepFirst(ports, event);
  if (stored.value.kind === 'early-events') return keepAnother(ports, stored, stored.value, event);
  const changed = applyEvent(stored.value, event);
  if (changed === stored.value) {
    // A verdict comes again where its push was not answered; what else comes has nothing to push.
    if (isVerdict(event.type)) await pushIfDue(ports, changed);
    return { kind: 'ignored' };
  }
  ports.announcer.getReady(changed.issue.id);
  if (!(await ports.store.commit([ports.store.verifications.change(stored, changed)]))) return undefined;
  await bothDone(pushIfDue(ports, changed), spread(ports, changed, event));
  return { kind: 'applied' };
}

async function spread(
  { announcer, health }: ReceiveEventPorts,
  { issue }: Verification,
  event: SessionEvent,
): Promise<void> {
  const problems = problemOfHint(issue, event);
  await Promise.all([announcer.changed(issue.id), ...problems.map((problem) => health.report(problem))]);
}

async function keepFirst(ports: ReceiveEventPorts, event: SessionEvent): Promise<Receipt | undefined> {
  const { interviewId, at } = event;
  const events = [await sealed(ports, event)];
  const record: EarlyEvents = { kind: 'early-events', interviewId, firstAt: at, events };
  const created = await ports.store.verifications.create(interviewId, record);
  return created && { kind: 'kept-for-later' };
}

async function keepAnother(
  ports: ReceiveEventPorts,
  stored: Stored<SessionRecord>,
  record: EarlyEvents,
  event: SessionEvent,
): Promise<Receipt | undefined> {
  const isFull = record.events.length >= MOST_EARLY_EVENTS;
  if (isFull || (await isKeptAlready(ports, record, event))) return { kind: 'ignored' };
  const changed = { ...record, events: [...record.events, await sealed(ports, event)] };
  const isKept = await ports.store.commit([ports.store.verifications.change(stored, changed)]);
  return isKept ? { kind: 'kept-for-later' } : undefined;
}

/** Far more different events than one session can have; keeps a record that anybody could swell within limits. */
const MOST_EARLY_EVENTS = 50;

async function isKeptAlready(
  { pseudonyms }: ReceiveEventPorts,
  { events }: EarlyEvents,
  event: SessionEvent,
) {
  const alike = events.filter(({ type }) => type === event.type);
  const opened = await Promise.all(alike.map(({ sealed }) => pseudonyms.open(sealed)));
  return opened.some(
    ({ loginHint, identityId }) => loginHint === event.loginHint && identityId === event.identityId,
  );
}

async function sealed({ pseudonyms }: ReceiveEventPorts, { type, at, loginHint, identityId }: SessionEvent) {
  return { type, at, sealed: await pseudonyms.seal({ loginHint, identityId }) };
}

async function pushIfDue(
  { queue }: ReceiveEventPorts,
  { interviewId, updates }: Verification,
): Promise<void> {
  if (updates.some((update) => !isSettled(update))) await queue.push([interviewId]);
}
