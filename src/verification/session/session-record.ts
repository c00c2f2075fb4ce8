import type { SessionEventType } from './session-event';

export type Environment = 'demo' | 'production';
export type DeliveryMethod = 'sms' | 'email';

/** A Jira issue by its id, which stays, and its key, which people know. */
export interface IssueRef {
  id: string;
  key: string;
}

/** Whether the subject is the request's reporter; `unknown` where Jira does not tell the reporter's address. */
export type ReporterMatch = 'reporter' | 'other' | 'unknown';

/** The employee to verify. */
export interface Subject {
  email: string;
  displayName?: string | undefined;
  reporter: ReporterMatch;
  /** The reporter's account id, where the subject is the reporter. */
  reporterAccountId?: string | undefined;
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

/** What a success with another identity than before is: to be looked into, another person's, or a pass like any other. */
export type IdentityChangeRule = 'review' | 'refuse' | 'ignore';

/** What a success without an identity is where one is known: to be looked into, or a pass like any other. */
export type MissingIdentityRule = 'review' | 'ignore';

/** A link that Incode accepted for a ticket. Times are epoch milliseconds. */
export interface Link {
  issue: IssueRef;
  environment: Environment;
  settingsRevision: number;
  subject: Subject;
  /** Keyed hash of the subject's e-mail address. */
  employee: string;
  delivery: Delivery;
  requestedBy: string;
  /** Whether a rule of Automation asked for it, in the name of `requestedBy`. */
  isByAutomation?: boolean | undefined;
  requestedAt: number;
  expiresAt: number;
  /** Digest of the identity that the employee had proven before, as far as known when the link was accepted. */
  knownIdentity?: string | undefined;
  /** What the settings said when the link was sent. */
  onIdentityChange: IdentityChangeRule;
  /** Whether the employee, who is the reporter, is told in public. */
  isEmployeeTold?: boolean | undefined;
  onMissingIdentity: MissingIdentityRule;
}

/** When something came in (epoch milliseconds), and which revision of the record holds it first. */
export interface Fact {
  at: number;
  rev: number;
}

export interface TextFact extends Fact {
  text: string;
}

/** An event's earliest arrival. */
export interface EventFact extends Fact {
  /** The first identity that came with events of this kind, perhaps later than the first of them. */
  identity?: TextFact | undefined;
}

/** What happened to a session, bounded by kind: the earliest fact of each. */
export interface Facts {
  events: Partial<Record<SessionEventType, EventFact>>;
  /** The first two different identities. */
  identities: TextFact[];
  /** The first two different addresses that verdicts named, until a ticket claims the session. */
  hints: TextFact[];
  /** A verdict was about another address than the one that was asked. */
  foreignHint?: Fact | undefined;
  /** A verdict's login hint was no address, so that nobody can compare it. */
  incomparableHint?: Fact | undefined;
  /** Something of a verdict could not be read. */
  unreadable?: Fact | undefined;
  /** Another fact found no place. */
  overflow?: Fact | undefined;
  /** A newer link took this one's place. */
  replaced?: Fact | undefined;
  objected?: Fact | undefined;
}

/** How a session's code was tried; the code itself is kept nowhere. Times are epoch milliseconds. */
export interface CodeTries {
  /** How many wrong ones the agents entered. */
  wrong: number;
  /** When the right one was entered, and the account id of the agent who did. */
  confirmed?: { at: number; by: string } | undefined;
}

/** One Incode session (`interviewId`, shown to people as session ID) that a ticket has claimed. */
export interface Verification {
  interviewId: string;
  link: Link;
  facts: Facts;
  code?: CodeTries | undefined;
  /** Whether an administrator has reset the employee's known identity since: what this one proved is not known. */
  isIdentityReset?: boolean | undefined;
  /** Up to which revision, and to which end by the clock, housekeeping has nothing left to do. */
  upkeep: { rev: number; end?: 'expired' | 'no-result' | undefined };
}

/** A session that no ticket has claimed (yet). Holds nothing personal in the open. */
export interface UnclaimedSession {
  interviewId: string;
  link?: undefined;
  firstAt: number;
  /** `Facts`, encrypted; missing where nothing has happened. */
  sealedFacts?: string | undefined;
}

export type SessionRecord = Verification | UnclaimedSession;

export function isClaimed(record: SessionRecord | undefined): record is Verification {
  return record?.link !== undefined;
}

export const nothingHappened: Facts = { events: {}, identities: [], hints: [] };
