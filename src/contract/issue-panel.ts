import type { Answer } from './answer';
import type { State } from '../verification/states';
import type { AttemptState } from '../verification/ticket';
import type { TypedDestinations } from '../verification/ports';
import type { Step } from '../verification/ticket-update';
import type {
  Delivery,
  DeliveryMethod,
  Environment,
  Subject,
  TimelineEntry,
} from '../verification/verification';

export type { State, TimelineEntry };

/** A step as the panel shows it: references to what was made stay behind, and what stands is done. */
export type StepView = Exclude<Step, { ref: string }> | { state: 'done'; at: number };

export interface VerificationView {
  sessionId: string;
  identityId?: string | undefined;
  state: State;
  environment: Environment;
  subject: Subject;
  delivery: Delivery;
  /** Jira account of the agent who asked for it. */
  requestedBy: string;
  /** Epoch milliseconds, like every time on the wire. */
  requestedAt: number;
  expiresAt: number;
  /** By when an opened link has its result; after that none is expected any more. */
  resultDueBy: number;
  /** When the state last changed. */
  changedAt: number;
  /** Until when a pass counts. */
  passCountsUntil: number;
  isCompletedAfterReplacement: boolean;
  /** Oldest first. */
  timeline: TimelineEntry[];
  /** What was done to the ticket about the present outcome. */
  update?: { comment: StepView; transition: StepView } | undefined;
}

export interface AttemptView {
  state: AttemptState;
  startedAt: number;
}

/** A realtime channel on which "changed" is said, with the right to listen. */
export interface ChannelView {
  name: string;
  token: string;
  /** When the token ends. */
  endsAt: number;
}

/** Some of an issue's verifications, newest first. */
export interface HistoryView {
  entries: VerificationView[];
  /** Where the older ones begin; without it there are none. */
  cursor?: string | undefined;
}

/** What every view says that follows a request by itself. */
export interface LiveView {
  /** The server's clock when this was read, to compare with `expiresAt` and the like. */
  readAt: number;
  attempt?: AttemptView | undefined;
  verification?: VerificationView | undefined;
  channel?: ChannelView | undefined;
}

export interface PanelView extends LiveView {
  isSetUp: boolean;
  deliveryMethod: DeliveryMethod;
  typedDestinations: TypedDestinations;
  /** How many more links may be sent from this request today. */
  linksLeft: number;
  requester: { email?: string | undefined; displayName?: string | undefined };
  /** The newest verifications of the request, the current one among them. */
  history: HistoryView;
}

/** What an agent enters to have a link sent. */
export interface SendLinkForm {
  email: string;
  method: DeliveryMethod;
  /** For SMS. */
  phone?: string | undefined;
  /** Whether the agent stands by a number that looks as if nobody had it. */
  isNumberConfirmed?: boolean | undefined;
  /** For e-mail, where it shall not go to the corporate address. */
  alternateEmail?: string | undefined;
  /** Why a destination was typed, where the settings ask for that. */
  reason?: string | undefined;
}

/** The issue panel's resolver functions. The issue comes from Forge's own context, never from a payload. */
// An interface has no index signature, which Forge's Definitions ask for.
export type IssuePanelApi = {
  openPanel: () => Answer<PanelView>;
  sendLink: (form: SendLinkForm) => Answer<VerificationView>;
  openHistory: (from: { cursor: string }) => Answer<HistoryView>;
  /** Answers only to those who may open the app's settings: whether to show them the way there. */
  findSettings: () => Answer<{ moduleKey: string }>;
};

/** The resolver functions of the request's side bar. */
export type IssueContextApi = {
  openContext: () => Answer<LiveView>;
};
