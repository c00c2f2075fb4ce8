import { AppError } from '../app-error';
import { changeRecord } from '../retry-on-conflict';
import { reopenFields } from './field-progress';
import { reopenReply } from './reply';
import { reopenTelling } from './telling';
import type { CorePorts } from './ports';
import type { Ticket } from './ticket';

/**
 * Retries what could not be done to the ticket, unless its current session has changed since. A run that holds the
 * lease finishes first.
 * @throws {AppError} `not-found` where the ticket has no such update; `changed-meanwhile`, `storage-unavailable`
 */
export async function tryAgain(
  { store, queue, clock }: CorePorts,
  { issueId, interviewId }: { issueId: string; interviewId: string },
): Promise<void> {
  const isFound = await changeRecord(store, store.tickets, issueId, (ticket) => {
    const parts = reopened(ticket, interviewId, clock.now());
    if (Object.keys(parts).length === 0) throw new AppError('not-found');
    return { ...ticket, ...parts };
  });
  if (!isFound) throw new AppError('not-found');
  await queue.push([issueId]);
}

/** The parts of the ticket's update for this session, open again where they were impossible. */
function reopened(
  { current, told, fields, reply }: Ticket,
  interviewId: string,
  now: number,
): Pick<Ticket, 'told' | 'fields' | 'reply'> {
  const isReplyImpossible = reply?.interviewId === interviewId && reply.step.state === 'impossible';
  return {
    ...(told?.interviewId === interviewId && { told: reopenTelling(told, now) }),
    ...(current === interviewId && fields?.state === 'impossible' && { fields: reopenFields(fields, now) }),
    ...(isReplyImpossible && { reply: reopenReply(reply, now) }),
  };
}
