import type { CodeTry, IssueFacts, SessionFacts } from './facts';

/** How many wrong digits end the use of a link's code. */
const MOST_WRONG = 3;
const CONFIRMED = 'confirmed';

/** Whether the right digits of a session may have been taken by then. */
export function mayBeConfirmed({ codes }: IssueFacts, { interviewId }: SessionFacts, by: number): boolean {
  return codes.some(
    ({ sessionId, isRight, begunAt }) => sessionId === interviewId && isRight && begunAt <= by,
  );
}

/** Only the right digits confirm a code, only three wrong ones are heard, and what was answered stands in the panel. */
export function judgeCodes(issue: IssueFacts, sessions: SessionFacts[]): string[] {
  const { key, codes, panel } = issue;
  return [
    ...codes.flatMap((each) => judgeTry(issue, each)),
    ...sessions.flatMap((session) => {
      const { interviewId } = session;
      const tries = codes.filter(({ sessionId }) => sessionId === interviewId);
      const shown = panel?.history.find(({ sessionId }) => sessionId === interviewId)?.code?.kind;
      const isAnswered = tries.some(({ answer }) => answer?.kind === CONFIRMED);
      const wrong = tries.filter(({ answer }) => answer?.kind === 'wrong').length;
      return [
        ...(isAnswered && shown !== CONFIRMED ? [`${key}: a confirmed code is shown as ${shown}`] : []),
        ...(shown === CONFIRMED && !mayBeConfirmed(issue, session, Infinity)
          ? [`${key}: a code is shown as confirmed that nobody read out`]
          : []),
        ...(wrong > MOST_WRONG ? [`${key}: ${wrong} wrong codes of one link were heard`] : []),
      ];
    }),
  ];
}

function judgeTry({ key, codes }: IssueFacts, each: CodeTry): string[] {
  const { answer, isRight, sessionId, begunAt, endedAt, last } = each;
  if (answer?.kind !== CONFIRMED) return [];
  const ofSession = codes.filter((other) => other.sessionId === sessionId);
  const mayBeRight = ofSession.some((other) => other.isRight && other.begunAt <= endedAt);
  const wrongBefore = ofSession.filter((other) => other.answer?.kind === 'wrong' && other.endedAt < begunAt);
  const isConfirmedBefore = ofSession.some(
    (other) => other !== each && other.isRight && other.begunAt <= endedAt,
  );
  return [
    ...(mayBeRight ? [] : [`${key}: wrong digits were taken for the code`]),
    ...(answer.answer !== undefined && !isRight ? [`${key}: wrong digits were answered with the rest`] : []),
    ...(answer.answer !== undefined && answer.answer !== last
      ? [`${key}: the code was answered wrongly`]
      : []),
    ...(wrongBefore.length >= MOST_WRONG && !isConfirmedBefore
      ? [`${key}: a code was confirmed after too many wrong ones`]
      : []),
  ];
}
