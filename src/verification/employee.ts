import type { IssueRef } from './verification';

/** A link that is out, or being sent. Times are epoch milliseconds. */
export interface LiveLink {
  attemptId: string;
  issue: IssueRef;
  endsAt: number;
  /** Missing while the link is being sent, as is `sentAt`. */
  interviewId?: string | undefined;
  sentAt?: number | undefined;
}

/** What is remembered of an employee, under a keyed hash of the address. */
export interface Employee {
  live?: LiveLink | undefined;
  /** When links were sent in the last day. Epoch milliseconds. */
  sends?: number[] | undefined;
  /** The identity ID with which the employee first passed. */
  identityId?: string | undefined;
}
