import { REPORTERS } from './gate-oracle';
import { possibleStates } from './possible-states';
import { OUTDATED, TAKEN_BACK } from './taken-back';
import type { Comment, Facts, IssueFacts, Sent } from './facts';

const PASSED = 'passed';
/** What the employee may read, and the states in which that is so. */
const WHILE: Partial<Record<string, string[]>> = {
  'reply-sent': ['sent', 'started'],
  'reply-passed': [PASSED],
};
/** How long after reading the state a consumer may still post, while nothing makes its calls slow. */
const POSTING_MS = 20_000;

/** The employee is told in public that a link was sent and that they passed, once, and only what was so then. */
export function judgeReplies(facts: Facts, issue: IssueFacts, sessions: Sent[]): string[] {
  const { key, replies } = issue;
  const newest = sessions.at(-1);
  const isToBeTold = facts.rule && !facts.wasJiraOut && newest?.send.email === REPORTERS[key];
  const ofNewest = isToBeTold && newest ? judgeNewest(issue, newest.session.interviewId) : [];
  return [
    ...replies.flatMap((reply) => judgeReply(facts, issue, reply, sessions)),
    ...ofNewest.map((what) => `${key}: ${what}`),
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

/** A pass that holds is told, and what was told of one that was taken back says so. */
function judgeNewest({ panel, replies }: IssueFacts, interviewId: string): string[] {
  const marked = replies
    .filter((each) => each.interviewId === interviewId && each.outcome === 'reply-passed')
    .map(({ text }) => text.includes(OUTDATED));
  const state = panel?.current?.state ?? '';
  const stands = marked.includes(false);
  if (state === PASSED && !stands) return ['the employee is not told of the pass'];
  return TAKEN_BACK.includes(state) && stands ? ['the employee still reads that they passed'] : [];
}
