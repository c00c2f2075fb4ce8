import { possibleStates } from './possible-states';
import type { Facts, SessionFacts } from './facts';

/** No employee has two requests' links at once: none is sent while another one's is certain to be open. */
export function judgeLinksAtOnce({ sends, sessions }: Facts): string[] {
  const answered = sends.filter(({ sessionId }) => sessionId !== undefined);
  return answered.flatMap((newer) =>
    answered
      .filter(
        ({ email, issue, endedAt }) =>
          email === newer.email && issue !== newer.issue && endedAt <= newer.begunAt,
      )
      .map(({ sessionId }) => sessions.find(({ interviewId }) => interviewId === sessionId))
      .filter((older) => older && isLiveThroughout(older, newer.begunAt, newer.endedAt))
      .map(() => `${newer.issue}: a link was sent while another request had one out for the employee`),
  );
}

/** Whether it is certain that a link could be completed all the time. */
export function isLiveThroughout(session: SessionFacts, from: number, to: number): boolean {
  const states = possibleStates(session, from, to);
  return [...states].every((state) => state === 'sent' || state === 'started') && to < session.linkEndsAt;
}
