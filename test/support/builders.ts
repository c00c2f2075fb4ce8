import { newVerification } from '../../src/verification/verification';
import type { SendLink } from '../../src/verification/send-link';
import type { AcceptedLink, Verification } from '../../src/verification/verification';

/** What an agent sends for Ada from request HELP-1, with changes. */
export function aLink(changes: Partial<SendLink> = {}): SendLink {
  return {
    issue: { id: '10001', key: 'HELP-1' },
    status: { id: '1', seenAt: 0 },
    subject: { email: 'ada@example.com', displayName: 'Ada Lovelace', isReporter: true },
    delivery: { method: 'sms', maskedDestination: '+1 ••• 0123', source: 'typed' },
    destination: '+14155550123',
    requestedBy: 'agent-account',
    ...changes,
  };
}

/** A verification just accepted by Incode at time 0, its link ending after ten minutes, with changes. */
export function aVerification(changes: Partial<AcceptedLink> = {}): Verification {
  const { issue, subject, delivery, requestedBy } = aLink();
  return newVerification({
    interviewId: 'session-1',
    issue,
    subject,
    delivery,
    requestedBy,
    environment: 'production',
    settingsRevision: 1,
    onIdentityChange: 'review',
    employee: 'employee-key',
    requestedAt: 0,
    expiresAt: 600_000,
    ...changes,
  });
}
