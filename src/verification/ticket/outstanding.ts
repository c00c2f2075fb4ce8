import { fold } from '../session/fold';
import { isOutcome } from '../session/state';
import { fieldProgress } from './field-progress';
import { areStepsTaken, isSettled, newProgress } from './progress';
import { isReplyDone, isReplySettled, replyProgress } from './reply';
import type { Verification } from '../session/session-record';
import type { FieldProgress, ReplyProgress, TicketProgress } from './progress';
import type { Ticket } from './ticket';

/** What a ticket's current session asks for, and how far that is done. */
export interface Outstanding {
  /** Comment and transition; missing while the session has no outcome. */
  told?: TicketProgress | undefined;
  fields: FieldProgress;
  /** Missing where there is nothing to tell the employee. */
  reply?: ReplyProgress | undefined;
}

export function outstanding(ticket: Ticket, verification: Verification, now: number): Outstanding {
  return {
    told: toldOf(ticket, verification, now),
    fields: fieldProgress(ticket, verification, now),
    reply: replyProgress(ticket, verification, now),
  };
}

function toldOf(ticket: Ticket, verification: Verification, now: number): TicketProgress | undefined {
  const { interviewId } = verification;
  const { told } = ticket;
  const { state } = fold(verification, now);
  if (!isOutcome(state)) return undefined;
  const isTheSame = told?.interviewId === interviewId && told.outcome === state;
  return isTheSame ? told : newProgress(ticket, { interviewId, outcome: state }, now);
}

/** Whether nothing is left to do or to check. */
export function isInLine({ told, fields, reply }: Outstanding): boolean {
  return (!told || isSettled(told)) && fields.state !== 'due' && isReplySettled(reply);
}

/** Whether nothing is left to do; a comment may still have to be checked later. */
export function isDone({ told, fields, reply }: Outstanding): boolean {
  return (!told || areStepsTaken(told)) && fields.state !== 'due' && isReplyDone(reply);
}

/** Some of the parts. */
export type Parts = { [K in keyof Outstanding]?: Outstanding[K] | undefined };

/** Of what is left, the parts that may be done by now. */
export function dueParts(all: Outstanding, now: number): Parts {
  const left = partsLeft(all);
  return Object.fromEntries(Object.entries(left).filter(([, part]) => part && part.dueAt <= now));
}

/** When the next part is due, in epoch milliseconds; `Infinity` where nothing is left. */
export function nextPartAt(all: Outstanding): number {
  return Math.min(...Object.values(partsLeft(all)).map((part) => part?.dueAt ?? Infinity));
}

function partsLeft({ told, fields, reply }: Outstanding): Parts {
  return {
    told: told && !isSettled(told) ? told : undefined,
    fields: fields.state === 'due' ? fields : undefined,
    reply: isReplySettled(reply) ? undefined : reply,
  };
}
