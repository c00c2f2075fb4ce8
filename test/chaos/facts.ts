import type { EventName } from './steps';

/** When something took effect, as far as that is known from outside: not before `from`, and by `until` for certain. */
export interface Span {
  from: number;
  /** Missing where it may never have taken effect. */
  until: number;
}

export interface Told extends Span {
  event: EventName;
  isAboutSomebodyElse: boolean;
  /** It names another identity of Incode's than the employee's. */
  isOfAnotherIdentity: boolean;
}

/** What is known from outside of one of Incode's sessions. Times are epoch milliseconds. */
export interface SessionFacts {
  interviewId: string;
  email: string;
  createdAt: number;
  linkEndsAt: number;
  told: Told[];
  /** When a newer link took its place on its request. */
  replaced?: Span | undefined;
  /** When the employee objected to it. */
  objected?: Span | undefined;
}

export interface Send {
  issue: string;
  email: string;
  begunAt: number;
  endedAt: number;
  /** The session that the agent was told of; missing where the answer was an error or none. */
  sessionId?: string | undefined;
  isByAutomation?: boolean;
}

/** A session of a request, with the send that it came of. */
export interface Sent {
  session: SessionFacts;
  send: Send;
}

/** A view of one verification, as the panel shows it. */
export interface Shown {
  sessionId: string;
  state: string;
  actedAt?: number | undefined;
  code?: { kind: string } | undefined;
  update?: { comment: { state: string }; transition: { state: string; reason?: string } } | undefined;
}

/** What a person did to a request's status. */
export interface Move {
  issue: string;
  at: number;
  from: string;
  to: string;
}

/** A try of a transition that asks for a pass about the request's reporter. */
export interface GateTry {
  issue: string;
  begunAt: number;
  endedAt: number;
  isOpen: boolean;
}

/** A try of a request's reporter to object to its check. */
export interface ObjectionTry {
  issue: string;
  begunAt: number;
  endedAt: number;
  /** Whether the answer said that it stands. */
  isHeard: boolean;
}

/** What an agent was answered who checked the digits that a caller read, or others. */
export interface CodeTry {
  issue: string;
  sessionId: string;
  begunAt: number;
  endedAt: number;
  isRight: boolean;
  /** Missing where the answer was an error or none. */
  answer?: { kind: string; answer?: string | undefined } | undefined;
  /** The digits that the portal gave the reporter to expect. */
  last: string;
}

/** What *Get identity verification* answered a rule of Automation. */
export interface Look {
  issue: string;
  begunAt: number;
  endedAt: number;
  state: string;
  sessionId: string | null;
}

/** What the administrator asked for before all else. */
export interface Rule {
  passCountsMs: number;
}

/** A webhook of the run's own, beside those that Incode sends. */
export interface OwnWebhook extends Told {
  interviewId: string;
}

/** What happened in a run, to be judged. */
export interface Happened {
  sends: Send[];
  webhooks: OwnWebhook[];
  moves: Move[];
  gates: GateTry[];
  objections: ObjectionTry[];
  codes: CodeTry[];
  looks: Look[];
  /** Missing where requests need no more than the guarded transition asks for, and employees are told nothing. */
  rule?: Rule | undefined;
  waiting: string[];
  slowMs: number;
  wasJiraOut: boolean;
}

/** A comment of the app, as Jira has it. */
export interface Comment {
  interviewId: string;
  outcome: string;
  at: number;
  text: string;
  isInternal: boolean;
}

export interface IssueFacts {
  key: string;
  isDeleted: boolean;
  /** Oldest first. */
  moves: Move[];
  gates: GateTry[];
  objections: ObjectionTry[];
  codes: CodeTry[];
  looks: Look[];
  status: string;
  /** What the app's two fields say; the second in whole seconds since the epoch. */
  fields: { state: string | null; verifiedAt: number | null };
  /** Comments of the app for agents, and what it told the employee. */
  comments: Comment[];
  replies: Comment[];
  /** `undefined` where the panel does not open. */
  panel: { attempt?: string | undefined; current?: Shown | undefined; history: Shown[] } | undefined;
}

/** All that the oracle judges by, gathered when the site has come to rest. */
export interface Facts {
  now: number;
  sends: Send[];
  sessions: SessionFacts[];
  issues: IssueFacts[];
  rule?: Rule | undefined;
  /** How much longer calls took for faults than they take by themselves, at most. */
  slowMs: number;
  /** Whether Jira was away for longer than the app tries. */
  wasJiraOut: boolean;
  /** What still waits though nothing should. */
  waiting: string[];
}
