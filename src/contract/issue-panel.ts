import type { Decision } from '../assurance/decision';
import type { Answer } from './answer';
import type { TypedDestinations } from '../verification/sending/ports';
import type { CodeCheckEnd, CodeState } from '../verification/session/code-state';
import type { IdentityDoubt, State } from '../verification/session/state';
import type { Requirement } from '../verification/session/requirement';
import type { SessionEventType } from '../verification/session/session-event';
import type {
  Delivery,
  DeliveryMethod,
  Environment,
  ReporterMatch,
} from '../verification/session/session-record';
import type { Step } from '../verification/ticket/progress';
import type { AttemptState } from '../verification/ticket/ticket';

export type { CodeCheckEnd, CodeState, State };

export interface TimelineEntry {
  at: number;
  what: 'sent' | 'replaced' | 'objected' | SessionEventType;
}

/** A step as the panel shows it: references to what was made stay behind, and what stands is done. */
export type StepView =
  | Exclude<Step, { ref: string }>
  /** With the name of the status that the request was given, if it was. */
  | { state: 'done'; at: number; status?: string | undefined };

export interface VerificationView {
  sessionId: string;
  /** The identity that the deciding verdict names. */
  identityId?: string | undefined;
  /** Why a success is no pass. */
  identityDoubt?: IdentityDoubt | undefined;
  state: State;
  environment: Environment;
  subject: { email: string; displayName?: string | undefined };
  /** Whether the employee is the request's reporter; `unknown`: it could not be compared. */
  reporter: ReporterMatch;
  delivery: Delivery;
  /** Jira account of the agent who asked for it. */
  requestedBy: string;
  /** Whether a rule of Automation asked for it, in the name of `requestedBy`. */
  isByAutomation: boolean;
  /** Epoch milliseconds, like every time on the wire. */
  requestedAt: number;
  expiresAt: number;
  /** By when an opened link has its result; after that none is expected any more. */
  resultDueBy: number;
  /** When the state last changed. */
  changedAt: number;
  /** When the employee acted, as far as that is known: a pass is as old as this. */
  actedAt?: number | undefined;
  /** Until when a pass counts. */
  passCountsUntil: number;
  isCompletedAfterReplacement: boolean;
  /** How far the caller's code has come; missing where there is none, since the employee does not see it. */
  code?: CodeState | undefined;
  /** Oldest first. */
  timeline: TimelineEntry[];
  /** What was done to the ticket about the present outcome. */
  update?: { comment: StepView; transition: StepView } | undefined;
}

export interface AttemptView {
  state: AttemptState;
  startedAt: number;
  /** Jira account of the agent whose link is being sent. */
  by?: string | undefined;
}

/** A realtime channel on which "changed" is said, with the right to listen. */
export interface ChannelView {
  name: string;
  token: string;
  /** When the token ends. */
  endsAt: number;
}

/**
 * What a page that asks again has already, and does without in the answer. Where it says so wrongly, only that page
 * goes without.
 */
export interface Held {
  /** A channel that lasts a while yet. */
  channel?: boolean | undefined;
  /** The requester, whom it does not show now. */
  requester?: boolean | undefined;
}

/** Some of an issue's verifications, newest first. */
export interface HistoryView {
  entries: VerificationView[];
  /** Where the older ones begin; without it there are none. */
  cursor?: string | undefined;
}

/** What a request needs, and whether it has it; `unreadable`: that could not be found out. */
export type RequirementView = { kind: 'unreadable' } | ({ kind: 'needs'; decision: Decision } & Requirement);

/** What every view says that follows a request by itself. */
export interface LiveView {
  /** The server's clock when this was read, to compare with `expiresAt` and the like. */
  readAt: number;
  attempt?: AttemptView | undefined;
  verification?: VerificationView | undefined;
  /** Missing where no rule is for the request. */
  requirement?: RequirementView | undefined;
  /** Since when the employee objects to a check of this request, until an administrator releases it. */
  objectedAt?: number | undefined;
  /** Missing where Forge gives none, or the page holds one. */
  channel?: ChannelView | undefined;
}

export interface PanelView extends LiveView {
  isSetUp: boolean;
  deliveryMethod: DeliveryMethod;
  typedDestinations: TypedDestinations;
  /** The country of phone numbers that are typed without one (ISO 3166-1 alpha-2); empty: they need their own. */
  defaultCountry: string;
  /** How many more links may be sent from this request within these 24 hours. */
  linksLeft: number;
  /** How many may be sent, and when the next one, where none may now. */
  limit?: { most: number; freeAt: number } | undefined;
  requester: { email?: string | undefined; displayName?: string | undefined };
  /** The newest verifications of the request, the current one among them. */
  history: HistoryView;
}

/** The panel's view without what the page has already. */
export type PanelAnswer = Omit<PanelView, 'requester'> & { requester?: PanelView['requester'] | undefined };

/** What an agent enters to have a link sent. */
export interface SendLinkForm {
  email: string;
  method: DeliveryMethod;
  /** For SMS. */
  phone?: string | undefined;
  /** Whether the agent confirmed a number that looks unused. */
  isNumberConfirmed?: boolean | undefined;
  /** For e-mail, where it shall not go to the corporate address. */
  alternateEmail?: string | undefined;
  /** Why a destination was typed, where the settings ask for that. */
  reason?: string | undefined;
}

/** What is made of a phone number that is typed. */
export interface NumberView {
  /** In international form, such as `+1 415 555 0123`. */
  number: string;
  /** ISO 3166-1 alpha-2; numbers that belong to no country, or to one that cannot be told, have none. */
  country?: string | undefined;
}

/** The issue panel's resolver functions. The issue comes from Forge's own context, never from a payload. */
// An interface has no index signature, which Forge's Definitions ask for.
export type IssuePanelApi = {
  openPanel: (held: Held) => Answer<PanelAnswer>;
  sendLink: (form: SendLinkForm) => Answer<VerificationView>;
  /** Reads a phone number as sending would; says nothing of whose it is. */
  checkDestination: (typed: { phone: string }) => Answer<NumberView>;
  /** Checks the first three digits that the caller reads; answers the last three where they are right. */
  checkCode: (typed: { sessionId: string; digits: string }) => Answer<CodeCheckEnd>;
  openHistory: (from: { cursor: string }) => Answer<HistoryView>;
  /** Answers only to those who may open the app's settings: whether to show them the way there. */
  findSettings: () => Answer<{ moduleKey: string }>;
};

/** The resolver functions of the request's side bar. */
export type IssueContextApi = {
  openContext: (held: Held) => Answer<LiveView>;
};
