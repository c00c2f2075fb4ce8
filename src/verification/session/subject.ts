import { comparableEmail } from './email-address';
import type { ReporterMatch, Subject, Verification } from './session-record';

/** An account that may be a session's subject, as Jira knows it now. */
export interface Person {
  accountId: string;
  email: string;
}

/**
 * Whether the subject is the request's reporter still: people can edit who that is after a link was sent.
 * @param reporter the account that is the reporter now; `undefined` where Jira names none
 */
export function reporterMatchNow(
  { reporter: whenSent, reporterAccountId }: Subject,
  reporter: string | undefined,
): ReporterMatch {
  if (whenSent !== 'reporter') return whenSent;
  if (reporterAccountId === undefined) return 'unknown';
  return reporterAccountId === reporter ? 'reporter' : 'other';
}

/** Whether a session is about this account: the reporter's when the link was sent, with the address that was asked about. */
export function isAbout({ link: { subject } }: Verification, { accountId, email }: Person): boolean {
  const { reporter, reporterAccountId } = subject;
  const isReporter = reporter === 'reporter' && reporterAccountId === accountId;
  return isReporter && comparableEmail(subject.email) === comparableEmail(email);
}
