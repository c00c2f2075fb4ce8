import { REPORTERS } from './gate-oracle';
import type { Facts, IssueFacts, ObjectionTry, Sent, Span } from './facts';

/** How long a function may go on after its answer was given up. */
const AFTERMATH_MS = 60_000;

/**
 * Takes down with each session when the employee may have objected to it, once it is known which replaced which. It is
 * about the session that was the current one, and holds for one that was being sent meanwhile.
 */
export function markObjections({ key, objections }: IssueFacts, sessions: Sent[]): void {
  objections.forEach((objection, index) => {
    const candidates = sessions
      .filter((sent) => mayBeMeant(sent, objection, REPORTERS[key]))
      .toSorted((one, other) => one.send.begunAt - other.send.begunAt)
      .map(({ session }) => session);
    for (const session of candidates) {
      // Whether it came first or the objection did, it holds for the last one. An older objection is heard again with a
      // session that it was not about.
      const isCertain = objection.isHeard && session === candidates.at(-1) && index === 0;
      const before = session.objected ?? { from: Infinity, until: Infinity };
      session.objected = {
        from: Math.min(before.from, objection.begunAt),
        until: Math.min(before.until, isCertain ? objection.endedAt : Infinity),
      };
    }
  });
}

function mayBeMeant({ send, session }: Sent, objection: ObjectionTry, reporter: string | undefined): boolean {
  const until = objection.isHeard ? objection.endedAt : objection.endedAt + AFTERMATH_MS;
  const isUnderWay = send.endedAt + AFTERMATH_MS >= objection.begunAt;
  return (
    send.begunAt <= until &&
    mayBeCurrent(session.replaced, objection) &&
    (send.email === reporter || isUnderWay)
  );
}

function mayBeCurrent(replaced: Span | undefined, { begunAt }: ObjectionTry): boolean {
  return replaced === undefined || replaced.until >= begunAt;
}

/** No link is sent from a request once its reporter was told that the objection stands. Nobody releases it. */
export function judgeObjections({ sends }: Facts, { key, objections }: IssueFacts): string[] {
  const heard = objections.filter(({ isHeard }) => isHeard);
  return sends
    .filter(({ issue, sessionId }) => issue === key && sessionId !== undefined)
    .filter(({ begunAt }) => heard.some(({ endedAt }) => endedAt < begunAt))
    .map(() => `${key}: a link was sent although the employee objected`);
}
