import type { IssueRef } from './verification';

/** What is remembered of an employee, under a keyed hash of the address. */
export interface Employee {
  /** The link that is out, or being sent, for this employee. `interviewId` is missing while it is being sent. */
  live?: { attemptId: string; issue: IssueRef; interviewId?: string; endsAt: number } | undefined;
}
