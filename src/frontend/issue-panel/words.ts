import type { ShownState } from '../components/state-now';
import type { StepReason, TimelineEntry, VerificationView } from '../../contract/issue-panel';

export const panelWords = {
  sendNew: 'Send a new link',
  verifyAgain: 'Verify again',
  notReporter: 'Not the reporter of the request',
  factFor: 'For',
  factEmail: 'Email',
  factNote: 'Note',
  factTo: 'To',
  factReason: 'Reason',
  factSent: 'Sent',
  factTimeLeft: 'Time left',
  factResult: 'Result',
  steps: { sent: 'Sent', opened: 'Opened', result: 'Result', review: 'In review' },
  identityId: 'Identity ID',
  sessionId: 'Session ID',
  saySent: (verification: VerificationView) =>
    `“I have just sent you a link by ${how(verification)}. Please open it while we are talking, and tell me when you are done.”`,
  sayPassed: '“Thank you, the check is complete. What did you just do on your phone, and when?”',
  passMeans: ({ subject }: VerificationView) => {
    const name = subject.displayName ?? 'the employee';
    return `A pass shows that ${name} acted on the link, not that the caller is ${name}. When in doubt, call back on a number you already have.`;
  },
  olderCompleted: {
    title: 'The older link was completed',
    text: 'The employee completed the older link; ask for the newest. Only the newest one counts.',
  },
  sayTitle: 'Say to the caller',
} as const;

/** By what the link was sent. */
export function how({ delivery }: VerificationView): string {
  return delivery.method === 'sms' ? 'SMS' : 'email';
}

/** Whom a verification is for. */
export function whom({ subject }: VerificationView): string {
  return subject.displayName ? `${subject.displayName}, ${subject.email}` : subject.email;
}

export const timelineWords: Record<TimelineEntry['what'], string> = {
  sent: 'Link sent',
  started: 'Link opened',
  progress: 'Link resumed',
  succeeded: 'Passed',
  failed: 'Failed',
  'pending-review': 'Sent to manual review',
  replaced: 'Replaced by a newer link',
};

/** What asking for a new link does to the one that stands. */
export function replacing(state: ShownState): { title: string; text: string } {
  if (state === 'sent' || state === 'started') {
    return {
      title: 'Replace the link?',
      text: 'The link that is out stops counting as soon as the new one is sent. If the employee is just completing it, wait a moment.',
    };
  }
  if (state === 'review') {
    return {
      title: 'Replace the link?',
      text: 'The review’s result no longer counts once a new link is sent.',
    };
  }
  return {
    title: 'Send another link?',
    text: 'What stands above goes into the history once the new link is sent.',
  };
}

const stepReasons: Record<StepReason, string> = {
  'no-mapping': 'no status is configured for this result',
  demo: 'demo results do not move tickets',
  'moved-meanwhile': 'somebody moved the request meanwhile',
  'already-done-status': 'the request is already done',
  'already-there': 'it already is in the configured status',
  'no-such-transition': 'the workflow has no transition from here to the configured status',
  'not-a-service-project': 'this is no service project, so the note would not be internal',
  'made-public': 'Jira showed it to customers, so it was removed; a Jira administrator has to look into it',
  'still-public':
    'Jira showed it to customers, and it could not be removed; somebody has to remove it, and a Jira administrator to look into it',
  'project-stopped':
    'comments in this project are stopped since Jira made one public; a Jira administrator has to look into it',
  'issue-gone': 'the request can no longer be found',
  refused: 'Jira refused it',
  'gave-up': 'Jira could not be reached, even after several tries',
};

export function stepReason(reason: StepReason, detail: string | undefined): string {
  return detail ? `${stepReasons[reason]}: ${detail}` : stepReasons[reason];
}
