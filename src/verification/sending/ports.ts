import type { CorePorts } from '../ticket/ports';
import type {
  DeliveryMethod,
  Environment,
  IdentityChangeRule,
  MissingIdentityRule,
} from '../session/session-record';
import type { SendingLimits } from './limits';

/** The account at Incode that links are sent with. */
export interface IncodeAccount {
  environment: Environment;
  credentialsVersion: string;
}

export interface LinkRequest {
  integrationReference: string;
  email: string;
  linkValidityMinutes: number;
  method: DeliveryMethod;
  /** Phone number in E.164 form, or e-mail address. */
  destination: string;
}

/** Has Incode send a link. Throws `in-doubt` where a link may have gone out, any other code where none has. */
export type RequestLink = (request: LinkRequest) => Promise<{ interviewId: string }>;

/** The part of Incode that sends links. */
export interface VerificationLinks {
  /**
   * Prepares to send links; sends none itself.
   * @throws {AppError} `not-configured`, `credentials-rejected`, `incode-busy`, `incode-refused`, `incode-unreachable`
   */
  signIn(account: IncodeAccount): Promise<RequestLink>;
}

/** What the settings say about sending. */
export interface SendingPolicy extends IncodeAccount {
  settingsRevision: number;
  integrationReference: string;
  linkValidityMinutes: number;
  /** What may be done about destinations that are not on record. */
  typedDestinations: TypedDestinations;
  identityChange: IdentityChangeRule;
  missingIdentity: MissingIdentityRule;
  limits: SendingLimits;
  /** Whether employees who are the reporter are told in public. */
  isEmployeeTold: boolean;
}

export type TypedDestinations = 'allowed' | 'with-reason' | 'not-allowed';

/** How much time the running function has left. */
export interface Deadline {
  msLeft(): number;
}

export interface Ids {
  /** A new random id. */
  next(): string;
}

export interface SendingPorts extends CorePorts {
  links: VerificationLinks;
  /** @throws {AppError} `not-configured` */
  policies: { sending(): Promise<SendingPolicy> };
  deadline: Deadline;
  ids: Ids;
}
