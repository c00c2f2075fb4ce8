import { REPORTERS } from './gate-oracle';
import { possibleStates } from './possible-states';
import type { Comment, Facts, IssueFacts, Sent } from './facts';

/** What the employee may read, and the states in which that is so. */
const WHILE: Partial<Record<string, string[]>> = {
  'reply-sent': ['sent', 'started'],
  'reply-passed': ['passed'],
};
/** How long after reading the state a consumer may still post, while nothing makes its calls slow. */
const POSTING_MS = 20_000;

/** The employee is told in public that a link was sent and that they passed, once, and only what was so then. */
export function judgeReplies(facts: Facts, issue: IssueFacts, sessions: Sent[]): string[] {
  const { key, replies } = issue;
  return [
    ...replies.flatMap((reply) => judgeReply(facts, issue, reply, sessions)),
    ...judgeNewest(facts, issue, sessions.at(-1)).map((what) => `${key}: ${what}`),
  ];
}

function judgeReply(facts: Facts, issue: IssueFacts, reply: Comment, sessions: Sent[]): string[] {
  const { key, replies } = issue;
  const { interviewId, outcome, isInternal } = reply;
  const sent = sessions.find(({ session }) => session.interviewId === interviewId);
  if (!facts.rule || sent?.send.email !== REPORTERS[key]) return [`${key}: told whom nobody wanted told`];
  const first = replies.find((each) => each.interviewId === interviewId && each.outcome === outcome);
  return [
    ...(isInternal ? [`${key}: the employee cannot read ${outcome}`] : []),
    ...(first === reply ? [] : [`${key}: ${outcome} twice`]),
    ...(sent ? judgeTime(facts, issue, reply, sent) : []),
  ];
}

function judgeTime(
  { slowMs }: Facts,
  issue: IssueFacts,
  { outcome, at }: Comment,
  { session }: Sent,
): string[] {
  const { key, objections } = issue;
  const readAt = at - POSTING_MS - slowMs;
  const isWithdrawn = objections.some(({ isHeard, endedAt }) => isHeard && endedAt < readAt);
  const isReplaced = session.replaced !== undefined && session.replaced.until < readAt;
  const states = possibleStates(session, readAt, at);
  const isTrue = WHILE[outcome]?.some((state) => states.has(state)) ?? false;
  return [
    ...(isWithdrawn ? [`${key}: ${outcome} after the employee objected`] : []),
    ...(isReplaced ? [`${key}: ${outcome} of a link that was replaced`] : []),
    ...(isTrue ? [] : [`${key}: ${outcome} when that was not so`]),
  ];
}

/** A pass that holds is told. */
function judgeNewest(
  { rule, wasJiraOut }: Facts,
  { key, panel, replies }: IssueFacts,
  newest?: Sent,
): string[] {
  if (!newest || newest.send.email !== REPORTERS[key]) return [];
  if (!rule || wasJiraOut || panel?.current?.state !== 'passed') return [];
  const { interviewId } = newest.session;
  const isTold = replies.some((each) => each.interviewId === interviewId && each.outcome === 'reply-passed');
  return isTold ? [] : ['the employee is not told of the pass'];
}
