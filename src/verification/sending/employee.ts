import type { IssueRef } from '../session/session-record';

/** A link that is out, or being sent. Times are epoch milliseconds. */
export interface LiveLink {
  attemptId: string;
  issue: IssueRef;
  endsAt: number;
  /** Missing while the link is being sent, as is `sentAt`. */
  interviewId?: string | undefined;
  sentAt?: number | undefined;
}

/** What is remembered of an employee for a short time, under a keyed hash of the address. */
export interface Employee {
  live?: LiveLink | undefined;
  /** `interviewId` of the link that was accepted last. */
  latest?: string | undefined;
  /** When links were sent in the last day. Epoch milliseconds. */
  sends?: number[] | undefined;
}
