import { AppError } from '../app-error';
import { changeRecord } from '../retry-on-conflict';
import { reopenFields } from './field-progress';
import { reopenTelling } from './telling';
import type { CorePorts } from './ports';

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
    const now = clock.now();
    const { current, told, fields } = ticket;
    const isTold = told?.interviewId === interviewId;
    const areFieldsImpossible = current === interviewId && fields?.state === 'impossible';
    if (!isTold && !areFieldsImpossible) throw new AppError('not-found');
    return {
      ...ticket,
      ...(isTold && { told: reopenTelling(told, now) }),
      ...(areFieldsImpossible && { fields: reopenFields(fields, now) }),
    };
  });
  if (!isFound) throw new AppError('not-found');
  await queue.push([issueId]);
}
