/** What Incode tells about a session, in our words. `progress`: a link was resumed. */
export type SessionEventType = 'started' | 'progress' | 'succeeded' | 'failed' | 'pending-review';

/** One webhook about one session. `at` is when it reached us: Incode's bodies carry no time that is known. */
export interface SessionEvent {
  interviewId: string;
  type: SessionEventType;
  at: number;
  loginHint?: string | undefined;
  identityId?: string | undefined;
}
