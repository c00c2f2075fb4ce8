import type { IssueRef } from '../session/session-record';
import type { Acceptance } from './link-request';

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
  /** When a link was last asked for, whether or not it went out. Epoch milliseconds. */
  askedAt: number;
  live?: LiveLink | undefined;
  /** `interviewId` of the link that was accepted last. */
  latest?: string | undefined;
  /** `interviewId`s of the newest links, newest first: those that the lagging index may not list yet. */
  recent?: string[] | undefined;
  /** When links were sent in the last day. Epoch milliseconds. */
  sends?: number[] | undefined;
  /** When wrong codes were entered for links to this employee in the last day. Epoch milliseconds. */
  wrongCodes?: number[] | undefined;
}

/** More links than one employee is sent during the seconds for which the index lags. */
const RECENT_LINKS = 20;

/** The employee once Incode has accepted a link for them. */
export function employeeWithLink(employee: Employee, { attemptId, interviewId, link }: Acceptance): Employee {
  const { issue, requestedAt: sentAt, expiresAt: endsAt } = link;
  return {
    ...employee,
    latest: interviewId,
    recent: [interviewId, ...(employee.recent ?? [])].slice(0, RECENT_LINKS),
    live: { attemptId, issue, interviewId, sentAt, endsAt },
  };
}

/** What is remembered of an Atlassian account, under its id: an agent, an administrator, or a reporter who was verified. */
export interface Account {
  /** When links were sent in the last day, whether or not they went out. Epoch milliseconds. */
  sends: number[];
  /** When this id was last reported to Atlassian. Epoch milliseconds. */
  reportedAt: number;
}

/** The identity that an employee proved first in one environment of Incode's. */
export interface KnownIdentity {
  /** Keyed hash of the identity ID. */
  digest: string;
  /** The session that proved it. */
  interviewId: string;
  /** Epoch milliseconds. */
  provenAt: number;
}
