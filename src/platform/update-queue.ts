import { Queue } from '@forge/events';
import { AppError } from '../verification/app-error';
import type { UpdateQueue } from '../verification/ticket/ports';

/** Most events that one push takes. @see https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/ */
const MOST_EVENTS = 50;

/** The manifest's queue `ticket-updates`. Its messages are `{ issueId }`. */
export const updateQueue: UpdateQueue = {
  async push(issueIds, afterSeconds = 0) {
    const queue = new Queue({ key: 'ticket-updates' });
    try {
      for (let start = 0; start < issueIds.length; start += MOST_EVENTS) {
        const part = issueIds.slice(start, start + MOST_EVENTS);
        await queue.push(part.map((issueId) => ({ body: { issueId }, delayInSeconds: afterSeconds })));
      }
    } catch (cause) {
      throw new AppError('storage-unavailable', { isRetryable: true, cause });
    }
  },
};
