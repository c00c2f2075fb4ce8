import { stricter } from '../session/requirement';
import type { ErrorCode } from '../app-error';
import type { Acceptance } from '../sending/link-request';
import type { Outcome } from '../session/state';
import type { Requirement } from '../session/requirement';
import type { FieldProgress, ReplyProgress, TicketProgress } from './progress';

/** An attempt older than this whose end was never written down is in doubt: its function is gone. */
export const ATTEMPT_LIMIT_MS = 60_000;

/** One try to have Incode send a link, recorded before Incode is called. */
export interface Attempt {
  id: string;
  startedAt: number;
  /** Account id of the agent who asked for it, until it ends. */
  by?: string | undefined;
  /** Whether a rule of Automation asks for it. */
  isByAutomation?: boolean | undefined;
  end?: { kind: 'not-sent'; code: ErrorCode } | { kind: 'in-doubt' };
}

/** A status that an issue had at a time, in epoch milliseconds. */
export interface SeenStatus {
  id: string;
  seenAt: number;
  /** The outcome for which we gave it. */
  movedFor?: Outcome | undefined;
}

/** What is remembered of a Jira issue. */
export interface Ticket {
  /** When a link was last asked for, whether or not it went out, or else when the gate first blocked. Epoch milliseconds. */
  askedAt: number;
  /** `interviewId` of the newest verification. */
  current?: string | undefined;
  /** Account id of the agent who asked for it. */
  requestedBy?: string | undefined;
  attempt?: Attempt | undefined;
  /** When links were sent in the last day. Epoch milliseconds. */
  sends?: number[] | undefined;
  /** Status the issue had when a link was last sent, or that we gave it since. */
  seen?: SeenStatus | undefined;
  /** What the request was found to need, kept until an administrator releases it. */
  needs?: Requirement | undefined;
  /** The employee did not ask for a session's check: no link may be sent until an administrator releases the request. */
  objection?: { interviewId: string; at: number } | undefined;
  /** The last outcome that was written into the ticket, or is being written, and how far that has come. */
  told?: TicketProgress | undefined;
  /** What the fields say, and how far that is written. */
  fields?: FieldProgress | undefined;
  /** What the employee was told last, and how far that has come. */
  reply?: ReplyProgress | undefined;
  /** Which run may update the ticket, and until when. The token only grows. */
  lease?: { token: number; until: number } | undefined;
}

/** The ticket once Incode has accepted a link for it. */
export function ticketWithLink(
  { attempt: _, ...ticket }: Ticket,
  { interviewId, link, status, needs }: Acceptance,
): Ticket {
  // The outcome of an older link may have moved the issue since its status was read.
  const isNewer = ticket.seen !== undefined && ticket.seen.seenAt >= status.seenAt;
  return {
    ...ticket,
    current: interviewId,
    requestedBy: link.requestedBy,
    seen: isNewer ? ticket.seen : status,
    needs: stricter(ticket.needs, needs),
  };
}

export type AttemptState = 'sending' | 'not-sent' | 'in-doubt';

export function attemptState({ end, startedAt }: Attempt, now: number): AttemptState {
  if (end) return end.kind;
  return now - startedAt < ATTEMPT_LIMIT_MS ? 'sending' : 'in-doubt';
}
