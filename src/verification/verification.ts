import { nextState } from './states';
import { newUpdate } from './ticket-update';
import type { SessionEvent, SessionEventType } from './session-event';
import type { Signal, State } from './states';
import type { TicketUpdate } from './ticket-update';

export type Environment = 'demo' | 'production';
export type DeliveryMethod = 'sms' | 'email';

/** A Jira issue by its id, which stays, and its key, which people know. */
export interface IssueRef {
  id: string;
  key: string;
}

/** Who is to be verified. */
export interface Subject {
  email: string;
  displayName?: string | undefined;
  /** Whether this is the request's reporter; `undefined` where Jira does not tell the reporter's address. */
  isReporter?: boolean | undefined;
}

/** Where the link went: masked, for people to recognise, never to use. */
export interface Delivery {
  method: DeliveryMethod;
  maskedDestination: string;
  /** `corporate`: the address Incode knows the employee by; `typed`: whatever the agent entered. */
  source: 'corporate' | 'typed';
  /** Why it was typed, in the agent's words, where the settings ask for that. */
  reason?: string | undefined;
}

export interface TimelineEntry {
  at: number;
  what: 'sent' | 'replaced' | SessionEventType;
}

/** What a success with another identity than before is: to be looked into, another person's, or a pass like any other. */
export type IdentityChangeRule = 'review' | 'refuse' | 'ignore';

/** One identity verification: an Incode session that was requested for one Jira issue. Times are epoch milliseconds. */
export interface Verification {
  kind: 'verification';
  /** Incode's id of the session, shown to people as session ID. */
  interviewId: string;
  issue: IssueRef;
  environment: Environment;
  settingsRevision: number;
  subject: Subject;
  /** Keyed hash of the subject's e-mail address. */
  employee: string;
  delivery: Delivery;
  requestedBy: string;
  requestedAt: number;
  expiresAt: number;
  state: State;
  identityId?: string | undefined;
  /** The identity that the employee proved first, as far as known when the link was sent. */
  knownIdentityId?: string | undefined;
  /** What a success with another identity than the known one means. */
  onIdentityChange: IdentityChangeRule;
  timeline: TimelineEntry[];
  updates: TicketUpdate[];
}

/** Events of a session that no ticket has claimed (yet). Holds nothing personal in the open. */
export interface EarlyEvents {
  kind: 'early-events';
  interviewId: string;
  firstAt: number;
  events: { type: SessionEventType; at: number; sealed: string }[];
}

export type SessionRecord = Verification | EarlyEvents;

/** How long events without a verification are kept for a save that may still come. */
export const EARLY_EVENTS_KEPT_MS = 60 * 60_000;

/** What Incode accepted, before anything happened to it. */
export type AcceptedLink = Omit<Verification, 'kind' | 'state' | 'timeline' | 'updates' | 'identityId'>;

export function newVerification(link: AcceptedLink): Verification {
  return {
    ...link,
    kind: 'verification',
    state: 'sent',
    timeline: [{ at: link.requestedAt, what: 'sent' }],
    updates: [],
  };
}

/** What a webhook does to a verification; the very same object where it changes nothing. */
export function applyEvent(verification: Verification, event: SessionEvent): Verification {
  const state = nextState(verification.state, signalOf(event, verification));
  const isNews = state !== verification.state || isLateNews(verification, event);
  if (!isNews) return verification;
  return withUpdate(
    {
      ...verification,
      state,
      identityId: verification.identityId ?? event.identityId,
      timeline: [...verification.timeline, { at: event.at, what: event.type }],
    },
    verification.state,
    event.at,
  );
}

/** The verification with a newer link in its place; the same object where its result already stands. */
export function supersede(verification: Verification, now: number): Verification {
  const state = nextState(verification.state, 'replaced');
  if (state === verification.state) return verification;
  return { ...verification, state, timeline: [...verification.timeline, { at: now, what: 'replaced' }] };
}

/** Whether the employee completed this link although a newer one had replaced it. */
export function isCompletedAfterReplacement({ state, timeline }: Verification): boolean {
  const replaced = timeline.findIndex(({ what }) => what === 'replaced');
  return state === 'superseded' && timeline.slice(replaced + 1).some(({ what }) => isVerdict(what));
}

function isLateNews({ state, timeline }: Verification, { type }: SessionEvent): boolean {
  return state === 'superseded' && !timeline.some(({ what }) => what === type);
}

/** Whether something that happened to a session is its result, or one of them. */
export function isVerdict(what: TimelineEntry['what']): boolean {
  return what === 'succeeded' || what === 'failed' || what === 'pending-review';
}

function signalOf(event: SessionEvent, verification: Verification): Signal {
  if (event.type === 'started' || event.type === 'progress') return 'opened';
  if (isForeign(event.loginHint, verification.subject.email)) return 'foreign-verdict';
  return event.type === 'succeeded' ? successOf(event, verification) : event.type;
}

// A success without an identity can't be compared; Incode's bodies need not have one.
function successOf(
  { identityId }: SessionEvent,
  { knownIdentityId, onIdentityChange }: Verification,
): Signal {
  const isAnother =
    identityId !== undefined && knownIdentityId !== undefined && identityId !== knownIdentityId;
  if (!isAnother || onIdentityChange === 'ignore') return 'succeeded';
  return onIdentityChange === 'refuse' ? 'foreign-verdict' : 'succeeded-as-another-identity';
}

// Incode may echo something else than an address there (unconfirmed); only addresses can be compared.
function isForeign(loginHint: string | undefined, requestedEmail: string): boolean {
  return (
    loginHint !== undefined &&
    isAddress(loginHint) &&
    normalizeEmail(loginHint) !== normalizeEmail(requestedEmail)
  );
}

/** Whether an event is a verdict that says of whom it is, but not with an address, so that nobody can compare it. */
export function isIncomparable({ type, loginHint }: SessionEvent): boolean {
  return isVerdict(type) && loginHint !== undefined && !isAddress(loginHint);
}

function isAddress(loginHint: string): boolean {
  return loginHint.includes('@');
}

/** The form in which two spellings of one e-mail address are the same. */
export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase();
}

function withUpdate(verification: Verification, before: State, now: number): Verification {
  const { state, updates } = verification;
  if (state === before) return verification;
  const update = newUpdate(state, now);
  return update ? { ...verification, updates: [...updates, update] } : verification;
}
