import { addEvent } from '../../src/verification/session/add-event';
import { fold } from '../../src/verification/session/fold';
import { nothingHappened } from '../../src/verification/session/session-record';
import type { RequirementView } from '../../src/contract/issue-panel';
import type { Decision } from '../../src/assurance/decision';
import type { SendLink } from '../../src/verification/sending/link-request';
import type { State } from '../../src/verification/session/state';
import type { SessionEvent, ReportedValue } from '../../src/verification/session/session-event';
import type { Link, Subject, Verification } from '../../src/verification/session/session-record';

/** Ada, known to be the request's reporter. */
export const reporter: Subject = {
  email: 'ada@example.com',
  displayName: 'Ada Lovelace',
  reporter: 'reporter',
  reporterAccountId: 'ada',
};

/** What an agent sends for Ada from request HELP-1, with changes. */
export function aLink(changes: Partial<SendLink> = {}): SendLink {
  return {
    issue: { id: '10001', key: 'HELP-1' },
    status: { id: '1', seenAt: 0 },
    subject: { email: 'ada@example.com', displayName: 'Ada Lovelace', reporter: 'reporter' },
    delivery: { method: 'sms', maskedDestination: '+1 ••• 0123', source: 'typed' },
    destination: '+14155550123',
    requestedBy: 'agent-account',
    ...changes,
  };
}

/** A verification just accepted by Incode at time 0, its link ending after ten minutes, with changes. */
export function aVerification(changes: Partial<Link> = {}): Verification {
  const { issue, subject, delivery, requestedBy } = aLink();
  return {
    interviewId: 'session-1',
    link: {
      issue,
      subject,
      delivery,
      requestedBy,
      environment: 'production',
      settingsRevision: 1,
      onIdentityChange: 'review',
      onMissingIdentity: 'review',
      employee: 'employee-key',
      requestedAt: 0,
      expiresAt: 600_000,
      ...changes,
    },
    facts: nothingHappened,
    upkeep: { rev: 0 },
  };
}

/** What a webhook says in one place. */
export function told(text: string | undefined): ReportedValue {
  return text === undefined ? { kind: 'absent' } : { kind: 'text', text };
}

/** The state a verification has at a time. */
export function stateOf(verification: Verification, now: number): State {
  return fold(verification, now).state;
}

/** A verification after events, each of which came in the revision after the one before. */
export function after(events: SessionEvent[], link: Partial<Link> = {}): Verification {
  return events.reduce(add, aVerification(link));
}

/** A verification with one more event. */
export function add(verification: Verification, event: SessionEvent): Verification {
  const { facts, link } = verification;
  return { ...verification, facts: addEvent(facts, event, 1 + newestRev(verification), link) };
}

function newestRev({ facts }: Verification): number {
  const revs = JSON.stringify(facts).matchAll(/"rev":(\d+)/g);
  return Math.max(1, ...[...revs].map(([, rev]) => Number(rev)));
}

/** A verification whose place a newer link takes now. */
export function replaced(verification: Verification, at = 1): Verification {
  const fact = { at, rev: 1 + newestRev(verification) };
  return { ...verification, facts: { ...verification.facts, replaced: fact } };
}

/** A verification that the employee now says they did not ask for. */
export function objected(verification: Verification, at = 1): Verification {
  const fact = { at, rev: 1 + newestRev(verification) };
  return { ...verification, facts: { ...verification.facts, objected: fact } };
}

/** An event that says nothing but what happened, and perhaps of which identity. */
export function anEventOf(type: SessionEvent['type'], at = 5, identityId?: string): SessionEvent {
  return { interviewId: 'session-1', type, at, loginHint: told(undefined), identityId: told(identityId) };
}

/** What a request needs, and whether it has it, as a page sees it. */
export function aRequirement(decision: Decision): RequirementView {
  return { kind: 'needs', rule: 'Password resets', passCountsMs: 1_800_000, about: 'reporter', decision };
}
