import type { Outcome, TakenBack } from '../session/state';
import type { IssueRef, Verification } from '../session/session-record';
import type { Clock, Pseudonyms, Store } from '../store';
import type { CommentMark, ReplyKind } from './progress';

/** An issue just before it is updated. */
export interface IssueSituation {
  status: { id: string; isDone: boolean };
  project: { id: string; key: string; isServiceProject: boolean };
  /** Account id of the reporter; `undefined` where Jira names none. */
  reporter: string | undefined;
  /** What is possible from the current status. */
  transitions: { id: string; toStatusId: string; toStatusName: string; needsFields: boolean }[];
}

/** A comment for the ticket: a heading, paragraphs of plain text, and facts with their labels. */
export interface TicketComment {
  title: string;
  body: string;
  facts: { label: string; value: string }[];
  isInternal: boolean;
  mark: CommentMark;
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
  /** Puts a line before everything else in a comment, unless it begins with it. */
  prefixComment(issueId: string, commentId: string, line: string): Promise<void>;
  /** Our own comments with this mark among the newest ones, oldest first. */
  findComments(issueId: string, mark: CommentMark): Promise<PostedComment[]>;
  transition(issueId: string, transitionId: string): Promise<void>;
}

/** What the app's two fields on an issue say; `null`: nothing. */
export interface FieldValues {
  /** *Identity verification*: English in every language, for searches are written with it. */
  state: string | null;
  /** *Identity verified at*: when the person acted, of a pass only. An ISO date. */
  verifiedAt: string | null;
}

/** The app's two fields on issues. */
export interface IdentityFields {
  /**
   * Writes both fields of an issue.
   * @returns `false` where Jira does not have the fields
   * @throws {AppError} as `Issues` does
   */
  write(issueId: string, values: FieldValues): Promise<boolean>;
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

/** Something an administrator should know of. Codes only: nothing personal. */
export interface Problem {
  kind:
    | TakenBack
    | 'comment-impossible'
    | 'transition-impossible'
    | 'wrong-codes'
    | 'not-sent'
    | 'burst'
    | 'login-hint-no-address'
    | 'unreadable-verdict'
    | 'no-result'
    | 'fields-impossible'
    | 'reply-impossible';
  /** Epoch milliseconds. */
  at: number;
  issue: IssueRef;
  interviewId?: string | undefined;
  /** Why: a `StepReason`, an `ErrorCode`, or whose limit was reached. */
  code?: string | undefined;
}

/** Shows problems to administrators. `report` is best effort: it never throws. The same problem reported again counts once. */
export interface Health {
  report(problem: Problem): Promise<void>;
  /** Drops the problems of one verification. Throws `storage-unavailable`. */
  forget(of: { issue: IssueRef; interviewId: string }): Promise<void>;
}

/** The queue of issues whose ticket needs an update. Throws `storage-unavailable`. */
export interface UpdateQueue {
  /** @param afterSeconds when they are due, at most 900 */
  push(issueIds: string[], afterSeconds?: number): Promise<void>;
}

/** Tells open panels that something about an issue changed. Best effort: never throws. */
export interface Announcer {
  /** Prepares the announcement, so that it takes less time later. */
  getReady(issueId: string): void;
  changed(issueId: string): Promise<void>;
}

/** What the settings say about updates of tickets. */
export interface UpdatePolicy {
  isInternal: boolean;
  /** How long a pass counts. */
  passCountsMs: number;
  /** The comment's text for an outcome at a time. */
  text(verification: Verification, outcome: Outcome, now: number): string;
  /** The status an outcome leads to in a project. */
  targetStatus(outcome: Outcome, projectId: string): { id: string; name: string } | undefined;
  /** What the employee is told in public; `undefined` where nothing is. */
  reply(kind: ReplyKind): string | undefined;
  doDemoResultsMoveTickets: boolean;
  /** Whether the verification of somebody who is not known to be the reporter moves the ticket. */
  doOthersMoveTickets: boolean;
}

/** What all of the core needs. */
export interface CorePorts {
  store: Store;
  queue: UpdateQueue;
  announcer: Announcer;
  health: Health;
  pseudonyms: Pseudonyms;
  clock: Clock;
}

export interface TicketPorts extends CorePorts {
  issues: Issues;
  identityFields: IdentityFields;
  stoppedProjects: StoppedProjects;
  policies: { ticketUpdates(): Promise<UpdatePolicy> };
}
