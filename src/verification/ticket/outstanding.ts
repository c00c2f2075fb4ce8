import { fold } from '../session/fold';
import { isOutcome } from '../session/state';
import { fieldProgress } from './field-progress';
import { areStepsTaken, isSettled, newProgress } from './progress';
import type { Verification } from '../session/session-record';
import type { FieldProgress, TicketProgress } from './progress';
import type { Ticket } from './ticket';

/** What a ticket's current session asks for, and how far that is done. */
export interface Outstanding {
  /** Comment and transition; missing while the session has no outcome. */
  told?: TicketProgress | undefined;
  fields: FieldProgress;
}

export function outstanding(ticket: Ticket, verification: Verification, now: number): Outstanding {
  return { told: toldOf(ticket, verification, now), fields: fieldProgress(ticket, verification, now) };
}

function toldOf({ told }: Ticket, verification: Verification, now: number): TicketProgress | undefined {
  const { interviewId } = verification;
  const { state } = fold(verification, now);
  if (!isOutcome(state)) return undefined;
  const isTheSame = told?.interviewId === interviewId && told.outcome === state;
  return isTheSame ? told : newProgress(told, { interviewId, outcome: state }, now);
}

/** Whether nothing is left to do or to check. */
export function isInLine({ told, fields }: Outstanding): boolean {
  return (!told || isSettled(told)) && fields.state !== 'due';
}

/** Whether nothing is left to do; a comment may still have to be checked later. */
export function isDone({ told, fields }: Outstanding): boolean {
  return (!told || areStepsTaken(told)) && fields.state !== 'due';
}

/** Of what is left, the parts that may be done by now. */
export function dueParts({ told, fields }: Outstanding, now: number): Partial<Outstanding> {
  return {
    ...(told && !isSettled(told) && told.dueAt <= now && { told }),
    ...(fields.state === 'due' && fields.dueAt <= now && { fields }),
  };
}

/** When the next part is due, in epoch milliseconds; `Infinity` where nothing is left. */
export function nextPartAt({ told, fields }: Outstanding): number {
  const toldAt = told && !isSettled(told) ? told.dueAt : Infinity;
  return Math.min(toldAt, fields.state === 'due' ? fields.dueAt : Infinity);
}
