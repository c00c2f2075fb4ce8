import type { Verification } from '../session/session-record';
import type { Store, VerificationPage } from '../store';

/** How many verifications a page of the history has. */
const HISTORY_PAGE = 5;

/**
 * One page of an issue's verifications, newest first. Its cost does not grow with their number.
 * @throws {AppError} `storage-unavailable`
 */
export function readHistory(store: Store, issueId: string, cursor?: string): Promise<VerificationPage> {
  return store.byTicket(issueId, HISTORY_PAGE, cursor);
}

/** The first page with the current verification as it was read by its key: the index may still lack its latest changes. */
export function withCurrent(page: VerificationPage, current: Verification | undefined): VerificationPage {
  if (!current) return page;
  const others = page.verifications.filter(({ interviewId }) => interviewId !== current.interviewId);
  return { ...page, verifications: [current, ...others] };
}
