import { codeStateOf } from '../session/caller-code';
import { fold } from '../session/fold';
import type { Outcome } from '../session/state';
import type { ReporterMatch, Verification } from '../session/session-record';
import type { UpdatePolicy, TicketComment } from './ports';
import type { OutcomeMark } from './progress';

const titles: Record<Outcome, string> = {
  passed: '✅ Verification passed',
  failed: '❌ Verification failed',
  review: '⚠️ Manual review required',
  'identity-changed': '⚠️ Manual review required',
  conflicting: '⚠️ Conflicting results',
  mismatch: '⚠️ Different person',
  objected: '⚠️ The employee objected',
};

/** What a comment is written from. */
export interface CommentSource {
  verification: Verification;
  /** Whether its subject is the request's reporter now. */
  match: ReporterMatch;
}

/** The comment for an outcome, as things stand at the time `now`. */
export function commentFor(
  { verification, match }: CommentSource,
  mark: OutcomeMark,
  policy: Pick<UpdatePolicy, 'isInternal' | 'text'>,
  now: number,
): TicketComment {
  const { link, interviewId } = verification;
  const { subject, environment } = link;
  const { identityId } = fold(verification, now);
  const title = titles[mark.outcome];
  return {
    title: environment === 'demo' ? `${title} (DEMO)` : title,
    body: policy.text(verification, mark.outcome, now),
    facts: [
      {
        label: 'Employee',
        value: subject.displayName ? `${subject.email} (${subject.displayName})` : subject.email,
      },
      { label: 'Link sent to', value: sentTo(verification) },
      { label: 'Identity ID', value: identityId ?? 'not reported by Incode' },
      { label: 'Session ID', value: interviewId },
      ...callerCode(verification),
      ...warnings(match),
    ],
    isInternal: policy.isInternal,
    mark,
  };
}

function sentTo({ link: { delivery } }: Verification): string {
  const how = delivery.method === 'sms' ? 'SMS' : 'email';
  const reason = delivery.reason ? `: ${delivery.reason}` : '';
  const typed = delivery.source === 'typed' ? `, entered by the agent${reason}` : '';
  return `${delivery.maskedDestination} by ${how}${typed}`;
}

function callerCode(verification: Verification): { label: string; value: string }[] {
  const state = codeStateOf(verification);
  if (!state) return [];
  // The comment is not changed when the code is confirmed later.
  const value =
    state.kind === 'confirmed' ? 'Code confirmed' : 'Code not confirmed when this comment was written';
  return [{ label: 'Caller’s code', value }];
}

const notes = {
  other: 'The employee is not the reporter of this request.',
  unknown: 'Whether the employee is the reporter of this request could not be compared.',
} as const;

function warnings(match: ReporterMatch): { label: string; value: string }[] {
  return match === 'reporter' ? [] : [{ label: 'Note', value: notes[match] }];
}
