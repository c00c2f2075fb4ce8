import { useState } from 'react';
import type { State, VerificationView } from '../../contract/issue-panel';

/** Whether a new link is asked for, and what has come of the one that stood then. */
export interface NewLink {
  isWanted: boolean;
  /** Whether the result came while the new link was asked for. */
  hasResultCome: boolean;
  ask: () => void;
  /** To be called when something is entered. */
  touch: () => void;
  drop: () => void;
}

const results = new Set<State>([
  'passed',
  'failed',
  'review',
  'identity-changed',
  'conflicting',
  'mismatch',
  'objected',
]);

/**
 * Another link, whoever sent it, answers the question whether a new one is wanted. So does a result, unless somebody has
 * begun to enter something: what is typed is never thrown away.
 */
export function useNewLink(verification: VerificationView | undefined): NewLink {
  const [asked, setAsked] = useState<Pick<VerificationView, 'sessionId' | 'state'>>();
  const [isTouched, setIsTouched] = useState(false);
  const isSameLink = asked !== undefined && asked.sessionId === verification?.sessionId;
  const hasResultCome = isSameLink && asked.state !== verification.state && results.has(verification.state);
  return {
    isWanted: isSameLink && (isTouched || !hasResultCome),
    hasResultCome,
    ask: () => {
      setAsked(verification);
      setIsTouched(false);
    },
    touch: () => setIsTouched(true),
    drop: () => setAsked(undefined),
  };
}
