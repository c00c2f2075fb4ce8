/** The kinds of events that Incode reports of a session. `progress`: a link was resumed. */
export type SessionEventType = 'started' | 'progress' | 'succeeded' | 'failed' | 'pending-review';

/** What a body says in one place: nothing, a text, or something that is not a text. */
export type ReportedValue = { kind: 'absent' } | { kind: 'text'; text: string } | { kind: 'unreadable' };

/** One webhook about one session. `at` is when it reached us: Incode's bodies carry no time that is known. */
export interface SessionEvent {
  interviewId: string;
  type: SessionEventType;
  at: number;
  loginHint: ReportedValue;
  identityId: ReportedValue;
}

/** Whether an event is a session's result, or one of them. */
export function isVerdict(type: SessionEventType): type is 'succeeded' | 'failed' | 'pending-review' {
  return type === 'succeeded' || type === 'failed' || type === 'pending-review';
}
