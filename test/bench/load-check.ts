import type { Desk } from './desk';
import type { InFlight, Verdict } from './load-webhooks';

/** What a verdict has to lead to, as the demo's settings have it. */
const RIGHT: Record<Verdict, { state: string; status: string }> = {
  SESSION_SUCCEEDED: { state: 'passed', status: 'In Progress' },
  SESSION_FAILED: { state: 'failed', status: 'Escalated' },
  SESSION_PENDING_REVIEW: { state: 'review', status: 'Pending' },
};

interface Panel {
  verification?: {
    sessionId: string;
    state: string;
    update?: { comment: { state: string }; transition: { state: string } };
  };
}

/** What is wrong at rest, in words, and when each ticket was commented, in epoch milliseconds. */
export async function checkLoad(
  desk: Desk,
  inFlight: InFlight[],
): Promise<{ wrong: string[]; commentedAt: number[] }> {
  const queued = desk.site.forge.queue.snapshot().events.length;
  const wrong = queued > 0 ? [`${queued} events wait in the queue`] : [];
  const commentedAt: number[] = [];
  for (const one of inFlight) {
    const panel = await desk.awaits(desk.invoke<Panel>({ functionKey: 'openPanel', issue: one.issue }));
    const comments = desk.commentsOn(one.issue);
    commentedAt.push(...comments.map(({ created }) => Date.parse(created)));
    wrong.push(...wrongWith(one, panel), ...wrongOnTicket(one, comments, desk.statusOf(one.issue)));
  }
  return { wrong, commentedAt };
}

function wrongWith({ issue, session, verdict }: InFlight, { verification }: Panel): string[] {
  const is = [verification?.sessionId, verification?.state, verification?.update];
  const should = [
    session,
    RIGHT[verdict].state,
    { comment: { state: 'done' }, transition: { state: 'done' } },
  ];
  const states = verification?.update && {
    comment: { state: verification.update.comment.state },
    transition: { state: verification.update.transition.state },
  };
  const isRight = JSON.stringify([is[0], is[1], states]) === JSON.stringify(should);
  return isRight ? [] : [`${issue} after ${verdict}: ${JSON.stringify(is)}`];
}

type Comments = ReturnType<Desk['commentsOn']>;

function wrongOnTicket({ issue, session, verdict }: InFlight, comments: Comments, status?: string): string[] {
  const { state, status: wanted } = RIGHT[verdict];
  const told = comments.map(({ properties }) => properties['incode-verification']);
  const isTold =
    JSON.stringify(told) === JSON.stringify([{ interviewId: session, outcome: state, sequence: 1 }]);
  return [
    ...(isTold ? [] : [`${issue} after ${verdict} is told ${JSON.stringify(told)}`]),
    ...(status === wanted ? [] : [`${issue} after ${verdict} is in ${status ?? 'no status'}`]),
  ];
}
