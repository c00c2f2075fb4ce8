import { fieldProgress } from './field-progress';
import { isReplyDone, isReplySettled, replyProgress } from './reply';
import { isTellingDone, isTellingSettled, tellingProgress } from './telling';
import type { AppError } from '../app-error';
import type { Verification } from '../session/session-record';
import type { FieldProgress, ReplyProgress, TicketProgress } from './progress';
import type { SeenStatus, Ticket } from './ticket';

/** What a ticket's current session asks for, and how far that is done. */
export interface Outstanding {
  /** Comment and transition; missing while the session has no outcome. */
  told?: TicketProgress | undefined;
  fields: FieldProgress;
  /** Missing where there is nothing to tell the employee. */
  reply?: ReplyProgress | undefined;
}

/** Some of the parts. */
export type Parts = Partial<Outstanding>;

/** The parts that a run worked on, as they are after it. */
export interface RunEnd extends Parts {
  /** The status that the run gave the issue. */
  moved?: SeenStatus | undefined;
  /** The first error of the run that came from another one, for the log. */
  failure?: AppError | undefined;
}

export function outstanding(ticket: Ticket, verification: Verification, now: number): Outstanding {
  return {
    told: tellingProgress(ticket, verification, now),
    fields: fieldProgress(ticket, verification, now),
    reply: replyProgress(ticket, verification, now),
  };
}

/** Whether nothing is left to do or to check. */
export function isInLine(all: Outstanding): boolean {
  return nextPartAt(all) === Infinity;
}

/** Whether nothing is left to do; a comment may still have to be checked later. */
export function isDone({ told, fields, reply }: Outstanding): boolean {
  return (!told || isTellingDone(told)) && fields.state !== 'due' && (!reply || isReplyDone(reply));
}

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
    ...(told && !isTellingSettled(told) && { told }),
    ...(fields.state === 'due' && { fields }),
    ...(reply && !isReplySettled(reply) && { reply }),
  };
}
