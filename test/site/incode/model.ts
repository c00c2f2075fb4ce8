export type Environment = 'demo' | 'production';

export type SessionState = 'sent' | 'started' | 'passed' | 'failed' | 'review';

export type Verdict = 'passed' | 'failed';

/** Times are milliseconds since the epoch. */
export interface Session {
  interviewId: string;
  /** The last part of the link, a secret: with it anybody can take the verification. */
  token: string;
  environment: Environment;
  /** As it was sent to us. */
  loginHint: string;
  /** The employee in the directory. */
  email: string;
  state: SessionState;
  createdAt: number;
  linkEndsAt: number;
  hasFailed?: boolean;
}

export interface Message {
  id: string;
  to: string;
  channel: 'sms' | 'email';
  text: string;
  link: string;
  at: number;
}

/** What Incode tells about a session. @see the event types of its webhooks */
export const EVENTS = [
  'SESSION_STARTED',
  'SESSION_PROGRESS',
  'SESSION_SUCCEEDED',
  'SESSION_FAILED',
  'SESSION_PENDING_REVIEW',
  'IDENTITY_ENROLLED',
] as const;

export type WebhookEvent = (typeof EVENTS)[number];

/** How Incode gets a token for a webhook that it signs in to. */
export interface WebhookOAuth {
  tokenUrl: string;
  clientId: string;
  clientSecret: string;
}

/** There is one for each event in the whole organisation. */
export interface Webhook {
  event: WebhookEvent;
  url: string;
  headers: Record<string, string>;
  oauth?: WebhookOAuth;
}

export interface Attempt {
  at: number;
  /** Missing when there was no answer. */
  status?: number;
  error?: string;
}

export interface Delivery {
  id: string;
  event: WebhookEvent;
  interviewId: string;
  /** Where the latest attempt went. */
  url: string;
  body: Record<string, unknown>;
  attempts: Attempt[];
  /** `dropped` was lost on the way. */
  state: 'delivered' | 'retrying' | 'given up' | 'dropped';
  nextAttemptAt?: number;
}

/** All that changes in the emulated Incode; JSON. Lists are oldest first. */
export interface IncodeData {
  clientSecrets: Partial<Record<Environment, { value: string; generatedAt: number }>>;
  accessTokens: { value: string; environment: Environment; endsAt: number }[];
  sessions: Session[];
  messages: Message[];
  webhooks: Webhook[];
  deliveries: Delivery[];
  /** How many requests were answered well; every other answer has more fields than are documented. */
  answers: number;
}
