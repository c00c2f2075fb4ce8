import type { TellingPolicy, TicketComment } from './ports';
import type { Outcome } from './ticket-update';
import type { Verification } from './verification';

const titles: Record<Outcome, string> = {
  passed: '✅ Verification passed',
  failed: '❌ Verification failed',
  review: '⚠️ Manual review required',
  'identity-changed': '⚠️ Manual review required',
  contradicted: '⚠️ Contradicting results',
  mismatch: '⚠️ Different person',
};

/** The comment that tells the ticket of an outcome. */
export function commentFor(
  verification: Verification,
  outcome: Outcome,
  policy: TellingPolicy,
): TicketComment {
  const { subject, identityId, interviewId } = verification;
  return {
    title: verification.environment === 'demo' ? `${titles[outcome]} (DEMO)` : titles[outcome],
    body: policy.text(verification, outcome),
    facts: [
      {
        label: 'Employee',
        value: subject.displayName ? `${subject.displayName} (${subject.email})` : subject.email,
      },
      { label: 'Link sent to', value: sentTo(verification) },
      { label: 'Identity ID', value: identityId ?? 'not reported by Incode' },
      { label: 'Session ID', value: interviewId },
      ...warnings(verification),
    ],
    isInternal: policy.isInternal,
    mark: { interviewId, outcome },
  };
}

function sentTo({ delivery }: Verification): string {
  const how = delivery.method === 'sms' ? 'SMS' : 'email';
  const reason = delivery.reason ? `: ${delivery.reason}` : '';
  const typed = delivery.source === 'typed' ? `, entered by the agent${reason}` : '';
  return `${delivery.maskedDestination} by ${how}${typed}`;
}

function warnings({ subject }: Verification): { label: string; value: string }[] {
  if (subject.isReporter !== false) return [];
  return [{ label: 'Note', value: 'The employee is not the reporter of this request.' }];
}
