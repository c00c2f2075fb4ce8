import type { Answer } from './answer';
import type { State } from '../verification/states';
import type { AttemptState } from '../verification/ticket';
import type { ErrorCode } from '../verification/app-error';
import type { TypedDestinations } from '../verification/ports';
import type { Step, StepReason } from '../verification/ticket-update';
import type { Delivery, DeliveryMethod, Environment, Subject } from '../verification/verification';

export type { State, StepReason };

/** A step as the panel shows it: references to what was made stay behind. */
export type StepView = Step extends infer S ? (S extends { ref: string } ? Omit<S, 'ref'> : S) : never;

export interface VerificationView {
  sessionId: string;
  identityId?: string | undefined;
  state: State;
  environment: Environment;
  subject: Subject;
  delivery: Delivery;
  /** Epoch milliseconds, like every time on the wire. */
  requestedAt: number;
  expiresAt: number;
  /** When the state last changed. */
  changedAt: number;
  /** Until when a pass counts. */
  passCountsUntil: number;
  isCompletedAfterReplacement: boolean;
  /** What was done to the ticket about the present outcome. */
  update?: { comment: StepView; transition: StepView } | undefined;
}

export interface AttemptView {
  state: AttemptState;
  startedAt: number;
  code?: ErrorCode | undefined;
}

/** A realtime channel on which "changed" is said, with the right to listen. */
export interface ChannelView {
  name: string;
  token: string;
  /** When the token ends. */
  endsAt: number;
}

export interface PanelView {
  /** The server's clock when this was read, to compare with `expiresAt` and the like. */
  readAt: number;
  isSetUp: boolean;
  deliveryMethod: DeliveryMethod;
  typedDestinations: TypedDestinations;
  /** How many more links may be sent from this request today. */
  linksLeft: number;
  requester: { email?: string | undefined; displayName?: string | undefined };
  attempt?: AttemptView | undefined;
  verification?: VerificationView | undefined;
  channel?: ChannelView | undefined;
}

/** What an agent enters to have a link sent. */
export interface SendLinkForm {
  email: string;
  method: DeliveryMethod;
  /** For SMS. */
  phone?: string | undefined;
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
};
