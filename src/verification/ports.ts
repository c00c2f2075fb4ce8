import type { Account } from './account';
import type { Employee } from './employee';
import type { SendingLimits } from './limits';
import type { Outcome } from './ticket-update';
import type { Ticket } from './ticket';
import type {
  DeliveryMethod,
  Environment,
  IdentityChangeRule,
  IssueRef,
  SessionRecord,
  Verification,
} from './verification';

/** A record as it was read. Writing it asks that it is still the same. */
export interface Stored<T> {
  key: string;
  value: T;
  rev: number;
}

/** A conditional write (or, without a value, deletion) that takes part in a `commit`. */
export interface Change {
  entity: 'verification' | 'ticket' | 'employee' | 'account';
  key: string;
  rev: number;
  value: SessionRecord | Ticket | Employee | Account | undefined;
}

/** Records of one kind. Reading by key is strongly consistent. All methods throw `storage-unavailable`. */
export interface Records<T> {
  load(key: string): Promise<Stored<T> | undefined>;
  /** Creates the record; `undefined` where there is one already. */
  create(key: string, value: T): Promise<Stored<T> | undefined>;
  change(stored: Stored<T>, value: T): Change;
  remove(stored: Stored<T>): Change;
}

/** Everything that is remembered of verifications. */
export interface Store {
  verifications: Records<SessionRecord>;
  tickets: Records<Ticket>;
  employees: Records<Employee>;
  accounts: Records<Account>;
  /** Writes all changes or none, each as the revision after; `false` where a record is no longer as it was read. */
  commit(changes: Change[]): Promise<boolean>;
  /** Records with something due by `now`, from where `cursor` left off. Reads an index that lags, like the others below. */
  due(now: number, cursor?: string): Promise<IdPage>;
  /** An issue's verifications, newest first, from where `cursor` left off. Reads an index that lags. */
  byTicket(issueId: string, limit: number, cursor?: string): Promise<VerificationPage>;
  /** `interviewId`s of an employee's verifications. */
  ofEmployee(employeeKey: string): Promise<string[]>;
  /** Verifications that were requested before a time, oldest first, from where `cursor` left off. */
  requestedBefore(time: number, cursor?: string): Promise<IdPage>;
  /** When the newest of all verifications was requested. */
  newestRequestedAt(): Promise<number | undefined>;
  /** `interviewId`s of verifications that an account asked for. */
  requestedBy(accountId: string): Promise<string[]>;
  /** Account ids of which Atlassian was last told before a time. */
  accountsReportedBefore(time: number, limit: number): Promise<string[]>;
}

/** A page of `interviewId`s, and where the next one begins; without a cursor it is the last. */
export interface IdPage {
  interviewIds: string[];
  cursor?: string | undefined;
}

/** A page of verifications, and where the next one begins; without a cursor it is the last. */
export interface VerificationPage {
  verifications: Verification[];
  cursor?: string | undefined;
}

/** Whose account at Incode links are sent with. */
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

/**
 * Has Incode send a link.
 * @throws {AppError} `in-doubt` where a link may have gone out, any other code where none has.
 */
export type RequestLink = (request: LinkRequest) => Promise<{ interviewId: string }>;

/** Incode, as far as sending goes. */
export interface VerificationLinks {
  /**
   * Gets ready to have links sent; none is sent by this.
   * @throws {AppError} `not-configured`, `credentials-rejected`, `incode-busy`, `incode-refused`, `incode-unreachable`
   */
  signIn(account: IncodeAccount): Promise<RequestLink>;
}

/** An issue just before it is told something. */
export interface IssueSituation {
  status: { id: string; isDone: boolean };
  project: { id: string; key: string; isServiceProject: boolean };
  /** What is possible from the current status. */
  transitions: { id: string; name: string; toStatusId: string; toStatusName: string }[];
}

/** A comment for the ticket: a heading, paragraphs of plain text, and facts with their labels. */
export interface TicketComment {
  title: string;
  body: string;
  facts: { label: string; value: string }[];
  isInternal: boolean;
  /** Names what the comment tells, so that it can be found again. */
  mark: { interviewId: string; outcome: Outcome };
}

/** A comment that stands in Jira. */
export interface PostedComment {
  id: string;
  /** Customers can read it, whatever was asked for; `undefined` where Jira does not say. */
  isPublic: boolean | undefined;
}

/** Jira issues. Methods throw `not-found`, `jira-refused`, `jira-busy`, or `jira-unreachable` (which may have taken effect). */
export interface Issues {
  situation(issueId: string): Promise<IssueSituation>;
  addComment(issueId: string, comment: TicketComment): Promise<PostedComment>;
  removeComment(issueId: string, commentId: string): Promise<void>;
  /** Our own comments with this mark among the newest ones, oldest first. */
  findComments(issueId: string, mark: TicketComment['mark']): Promise<PostedComment[]>;
  transition(issueId: string, transitionId: string): Promise<void>;
}

export interface StoppedProject {
  id: string;
  key: string;
  /** Epoch milliseconds. */
  at: number;
}

/** Projects in which nothing is commented any more until an administrator has looked. Throws `storage-unavailable`. */
export interface StoppedProjects {
  list(): Promise<StoppedProject[]>;
  stop(project: StoppedProject): Promise<void>;
  resume(projectId: string): Promise<void>;
}

/** Atlassian's register of the account ids that apps keep. */
export interface AccountReports {
  /** Reports ids; answers those whose accounts were closed. Throws `jira-unreachable`. */
  report(accountIds: string[], at: number): Promise<string[]>;
}

/** Something an administrator should know of. Codes only: nothing personal. */
export interface Problem {
  kind:
    | 'comment-impossible'
    | 'transition-impossible'
    | 'contradicted'
    | 'mismatch'
    | 'identity-changed'
    | 'not-sent'
    | 'burst'
    | 'login-hint-no-address'
    | 'no-result';
  /** Epoch milliseconds. */
  at: number;
  issue: IssueRef;
  interviewId?: string | undefined;
  /** Why: a `StepReason`, an `ErrorCode`, or whose limit was reached. */
  code?: string | undefined;
}

/** Tells administrators of problems. `report` is best effort: it never throws. The same problem told again counts once. */
export interface Health {
  report(problem: Problem): Promise<void>;
  /** Drops what was told of one verification. Throws `storage-unavailable`. */
  forget(verification: Pick<Verification, 'issue' | 'interviewId'>): Promise<void>;
}

/** The queue of verifications whose ticket has something to be told. Throws `storage-unavailable`. */
export interface UpdateQueue {
  push(interviewIds: string[]): Promise<void>;
}

/** Tells open panels that something about an issue changed. Best effort: never throws. */
export interface Announcer {
  /** Begins what telling needs, so that it takes less time later. */
  getReady(issueId: string): void;
  changed(issueId: string): Promise<void>;
}

/** Keeps what is personal out of plain storage. */
export interface Pseudonyms {
  /** A keyed hash of a normalized e-mail address, fit for a key. */
  employeeKey(email: string): Promise<string>;
  seal(value: Record<string, string | undefined>): Promise<string>;
  /** What was sealed; throws on anything else. */
  open(sealed: string): Promise<Record<string, string | undefined>>;
}

/** What the settings say about sending. */
export interface SendingPolicy extends IncodeAccount {
  settingsRevision: number;
  integrationReference: string;
  linkValidityMinutes: number;
  /** What may be done about destinations that are not on record. */
  typedDestinations: TypedDestinations;
  identityChange: IdentityChangeRule;
  limits: SendingLimits;
}

export type TypedDestinations = 'allowed' | 'with-reason' | 'not-allowed';

/** What the settings say about telling the ticket. */
export interface TellingPolicy {
  isInternal: boolean;
  /** The comment's text for an outcome. */
  text(verification: Verification, outcome: Outcome): string;
  /** The status an outcome leads to in a project. */
  targetStatus(outcome: Outcome, projectId: string): { id: string; name: string } | undefined;
  doDemoResultsMoveTickets: boolean;
}

export interface Policies {
  /** @throws {AppError} `not-configured` */
  sending(): Promise<SendingPolicy>;
  telling(): Promise<TellingPolicy>;
  /** How long verifications are kept, in days. */
  retentionDays(): Promise<number>;
}

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

export interface Ids {
  /** A new random id. */
  next(): string;
}
