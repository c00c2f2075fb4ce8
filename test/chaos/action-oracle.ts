import { stateNames } from './field-oracle';
import { isLiveThroughout } from './live-links';
import { possibleStates } from './possible-states';
import type { Facts, IssueFacts, Look, Send, Sent } from './facts';

/** A rule of Automation never replaces a link that is live, and answers what is so. */
export function judgeActions({ sends }: Facts, { key, looks }: IssueFacts, sessions: Sent[]): string[] {
  const ofIssue = sends.filter(({ issue }) => issue === key);
  return [
    ...ofIssue.flatMap((send) => judgeSend(send, ofIssue, sessions)),
    ...looks.flatMap((look) => judgeLook(look, sessions)),
  ].map((what) => `${key}: ${what}`);
}

function judgeSend(send: Send, all: Send[], sessions: Sent[]): string[] {
  const { isByAutomation, sessionId } = send;
  if (!isByAutomation || sessionId === undefined) return [];
  const isAnAgents = all.some((other) => other.sessionId === sessionId && !other.isByAutomation);
  const index = sessions.findIndex(({ session }) => session.interviewId === sessionId);
  const before = sessions[index - 1]?.session;
  // As if it had not replaced it.
  const isReplacing =
    before &&
    isLiveThroughout(
      { ...before, replaced: undefined },
      Math.max(before.createdAt, send.begunAt),
      send.endedAt,
    );
  return [
    ...(isAnAgents ? ['a rule takes the link of an agent for its own'] : []),
    ...(isReplacing ? ['a rule replaced a link that was live'] : []),
  ];
}

function judgeLook({ state, sessionId, begunAt, endedAt }: Look, sessions: Sent[]): string[] {
  if (sessionId === null) return state === 'Not verified' ? [] : [`a rule is told ${state} of no link`];
  const session = sessions.find((each) => each.session.interviewId === sessionId)?.session;
  const rightly = session ? stateNames(possibleStates(session, begunAt, endedAt)) : [];
  return rightly.includes(state) ? [] : [`a rule is told ${state}, not ${rightly.join(' or ')}`];
}
