import { comparableEmail } from './email-address';
import type { Verification } from './session-record';

/** An account that may be a session's subject, as Jira knows it now. */
export interface Person {
  accountId: string;
  email: string;
}

/** Whether a session is about this account: the reporter's when the link was sent, with the address that was asked about. */
export function isAbout({ link: { subject } }: Verification, { accountId, email }: Person): boolean {
  const { reporter, reporterAccountId } = subject;
  const isReporter = reporter === 'reporter' && reporterAccountId === accountId;
  return isReporter && comparableEmail(subject.email) === comparableEmail(email);
}
