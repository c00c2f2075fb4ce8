import type { PanelAnswer, PanelView, VerificationView } from '../../contract/issue-panel';

/**
 * An answer, with what an earlier one said of the requester where this one was not asked to: who that is, and that they
 * are not, or not known to be, who was verified.
 */
export function withHeld(last: PanelView | undefined, answer: PanelAnswer): PanelView {
  const { requester, verification } = answer;
  if (requester || !last) return { ...answer, requester: requester ?? {} };
  return {
    ...answer,
    requester: last.requester,
    verification: verification && withDoubt(verification, last.verification),
  };
}

function withDoubt(verification: VerificationView, before: VerificationView | undefined): VerificationView {
  const isDoubted = before?.sessionId === verification.sessionId && before.reporter !== 'reporter';
  return isDoubted ? { ...verification, reporter: before.reporter } : verification;
}
