import { judgeActions } from './action-oracle';
import { judgeCodes } from './code-oracle';
import { judgeFields } from './field-oracle';
import { judgeGates } from './gate-oracle';
import { judgeLinksAtOnce } from './live-links';
import { possibleStates, RESULT_GRACE_MS } from './possible-states';
import { OUTDATED, TAKEN_BACK } from './taken-back';
import { judgeObjections, markObjections } from './objection-oracle';
import { judgeReplies } from './reply-oracle';
import type { Facts, IssueFacts, Move, Send, Sent, SessionFacts, Shown, Span } from './facts';

const STATUS_OF: Partial<Record<string, string>> = {
  passed: 'In Progress',
  failed: 'Escalated',
  review: 'Pending',
  objected: 'Escalated',
};
const FIRST_STATUS = 'Waiting for support';
const OUTCOMES = ['passed', 'failed', 'review', 'conflicting', 'mismatch', 'identity-changed', 'objected'];
/** How long after reading the state a consumer may still post, while nothing makes its calls slow. */
const POSTING_MS = 20_000;
/** How long Incode's answer to a send may be awaited. */
const ANSWER_MS = 12_000;
/** How long a function may go on after its answer was given up. */
const AFTERMATH_MS = 60_000;
/** How long an outcome takes to reach its ticket, faults included. */
const TELLING_MS = 30 * 60_000;

/** A session that an issue has, with the send that it came of. */
interface Ours extends Sent {
  shown: Shown;
}

/** What is wrong with the app at rest, judged by what Incode sent and accepted, and by what is in Jira. */
export function judge(facts: Facts): string[] {
  return [
    ...facts.waiting,
    ...facts.issues.flatMap((issue) => judgeIssue(facts, issue)),
    ...judgeLinksAtOnce(facts),
  ];
}

function judgeIssue(facts: Facts, issue: IssueFacts): string[] {
  const { key, panel } = issue;
  if (issue.isDeleted) return [];
  if (!panel) return [`${key}: the panel does not open`];
  const shownTwice = panel.history.length - new Set(panel.history.map(({ sessionId }) => sessionId)).size;
  const wrong = shownTwice > 0 ? [`${key}: a session stands in the history twice`] : [];
  const ours: Ours[] = [];
  for (const shown of panel.history) {
    const session = facts.sessions.find(({ interviewId }) => interviewId === shown.sessionId);
    const send = session && sendOf(facts, issue, session);
    if (send) ours.push({ session, send, shown });
    else wrong.push(`${key}: shows a session as ${shown.state} that no send of it can have led to`);
  }
  // One link of a request is accepted after the other, so Incode's order is the order in which they replace each other.
  ours.sort((a, b) => a.session.createdAt - b.session.createdAt);
  ours.forEach((each, index) => (each.session.replaced = replacement(ours[index + 1])));
  markObjections(issue, ours);
  wrong.push(...missing(facts, issue, ours), ...judgeCurrent(issue, ours), ...judgeObjections(facts, issue));
  for (const each of ours) wrong.push(...judgeSession(facts, issue, each));
  wrong.push(
    ...judgeCodes(
      issue,
      ours.map(({ session }) => session),
    ),
  );
  wrong.push(...judgeActions(facts, issue, ours), ...judgeReplies(facts, issue, ours));
  wrong.push(
    ...judgeGates(facts, issue, ours),
    ...judgeFields(facts, issue),
    ...judgeTelling(issue, ours.at(-1)),
  );
  wrong.push(...judgeComments(facts, issue, ours), ...judgeStatus(facts, issue, ours));
  return wrong;
}

/** The send that a session came of: the one that says so, or one without an answer that fits. */
function sendOf({ sends }: Facts, { key }: IssueFacts, session: SessionFacts): Send | undefined {
  const said = sends.find(({ sessionId }) => sessionId === session.interviewId);
  if (said) return said.issue === key && said.email === session.email ? said : undefined;
  return sends.find(
    ({ issue, email, sessionId, begunAt, endedAt }) =>
      sessionId === undefined &&
      issue === key &&
      email === session.email &&
      begunAt <= session.createdAt &&
      session.createdAt <= endedAt + AFTERMATH_MS,
  );
}

function replacement(next: Ours | undefined) {
  if (!next) return undefined;
  const { endedAt, sessionId } = next.send;
  return { from: next.session.createdAt, until: sessionId === undefined ? endedAt + AFTERMATH_MS : endedAt };
}

function missing({ sends }: Facts, { key }: IssueFacts, ours: Ours[]): string[] {
  return sends
    .filter(({ issue, sessionId }) => issue === key && sessionId !== undefined)
    .filter(({ sessionId }) => !ours.some(({ session }) => session.interviewId === sessionId))
    .map(() => `${key}: a link that the agent was told of is not shown`);
}

function judgeCurrent({ key, panel }: IssueFacts, ours: Ours[]): string[] {
  const wrong = panel?.attempt === 'sending' ? [`${key}: a link is being sent without end`] : [];
  if (panel?.current?.sessionId !== ours.at(-1)?.session.interviewId) {
    wrong.push(`${key}: what is shown is not the newest link`);
  }
  return wrong;
}

function judgeSession({ now }: Facts, { key }: IssueFacts, { session, shown }: Ours): string[] {
  const rightly = possibleStates(session, now, now);
  if (!rightly.has(shown.state)) return [`${key}: shown as ${shown.state}, not ${[...rightly].join(' or ')}`];
  if (shown.state !== 'passed' || isRightlyOld(session, shown)) return [];
  return [`${key}: a pass counts from another time than the employee's act`];
}

/** A pass counts from the first sign that the employee acted, and never from later than Incode may tell of the link. */
function isRightlyOld({ told, linkEndsAt }: SessionFacts, { actedAt = Infinity }: Shown): boolean {
  const end = linkEndsAt + RESULT_GRACE_MS;
  const earliest = Math.min(...told.map(({ from }) => from), end);
  // The app knows how long a link holds, and counts that from when Incode has answered.
  const latest = Math.min(...told.map(({ until }) => until), end + ANSWER_MS);
  return earliest <= actedAt && actedAt <= latest;
}

/** The newest link's outcome has one comment that holds, and no other comment seems to. */
function judgeTelling({ key, comments, moves }: IssueFacts, newest: Ours | undefined): string[] {
  if (!newest || !OUTCOMES.includes(newest.shown.state)) return [];
  const { session, shown } = newest;
  const isOfIt = ({ interviewId, outcome }: IssueFacts['comments'][number]) =>
    interviewId === session.interviewId && outcome === shown.state;
  const told = comments.filter(isOfIt).length;
  const wrong = told === 1 ? [] : [`${key}: ${told} comments tell that a session is ${shown.state}`];
  const misleading = comments.filter((comment) => isOfIt(comment) === comment.text.includes(OUTDATED));
  wrong.push(
    ...misleading.map(({ outcome }) => `${key}: a comment of ${outcome} says wrongly whether it holds`),
  );
  return [...wrong, ...judgeSteps(key, shown, moves.length > 0)];
}

function judgeSteps(key: string, { update }: Shown, mayBeImpossible: boolean): string[] {
  const comment = update?.comment.state ?? 'none';
  const transition = update?.transition.state ?? 'none';
  const rightly = ['done', 'left-alone', ...(mayBeImpossible ? ['impossible'] : [])];
  return [
    ...(comment === 'done' ? [] : [`${key}: the panel shows the comment as ${comment}`]),
    ...(rightly.includes(transition) ? [] : [`${key}: the panel shows the transition as ${transition}`]),
  ];
}

function judgeComments({ slowMs }: Facts, { key, comments }: IssueFacts, ours: Ours[]): string[] {
  const seen = new Set<string>();
  return comments.flatMap(({ interviewId, outcome, at, text, isInternal }) => {
    const wrong: string[] = [];
    const id = `${interviewId} ${outcome}`;
    if (seen.has(id)) wrong.push(`${key}: two comments tell that a session is ${outcome}`);
    seen.add(id);
    const session = ours.find((each) => each.session.interviewId === interviewId)?.session;
    if (!session) wrong.push(`${key}: a comment tells of a session that is not its own`);
    else if (session.replaced && session.replaced.until + POSTING_MS + slowMs < at) {
      wrong.push(`${key}: a comment tells of a link that was replaced`);
    } else if (!possibleStates(session, at - POSTING_MS - slowMs, at).has(outcome)) {
      wrong.push(`${key}: a comment tells that a session is ${outcome} when it is not`);
    }
    if (!text.includes(interviewId)) wrong.push(`${key}: a comment does not name its session`);
    if (!isInternal) wrong.push(`${key}: a comment is public`);
    return wrong;
  });
}

/** A person's move stands; else the status is that of the newest session's outcome, where that is certain. */
function judgeStatus(facts: Facts, issue: IssueFacts, ours: Ours[]): string[] {
  const { key, status, moves } = issue;
  const newest = ours.at(-1);
  if (!newest) return [];
  if (isPersonsWord(moves, newest, ours)) {
    const to = moves.at(-1)?.to;
    return status === to ? [] : [`${key}: in ${status}, although a person had moved it to ${to}`];
  }
  const target = STATUS_OF[newest.shown.state];
  if (target !== undefined && isCertain(facts, issue, ours)) {
    return status === target ? [] : [`${key}: in ${status}, not in ${target}`];
  }
  if (isStillAsPassed(issue, newest, ours))
    return [`${key}: still in ${status}, though the pass was taken back`];
  return reachable(facts, issue, ours).includes(status) ? [] : [`${key}: in ${status} without a reason`];
}

/** Whether the only link's pass was taken back, and the request stands where it had led. */
function isStillAsPassed({ moves, status }: IssueFacts, { shown }: Ours, ours: Ours[]): boolean {
  const isTakenBack = TAKEN_BACK.includes(shown.state) && ours.length === 1;
  return isTakenBack && moves.length === 0 && status === STATUS_OF['passed'];
}

/** Whether nobody else could move the request, and no older session was still at work on it. */
function isCertain({ wasJiraOut }: Facts, { moves }: IssueFacts, ours: Ours[]): boolean {
  if (wasJiraOut || moves.length > 0) return false;
  const begunAt = ours.at(-1)?.send.begunAt ?? 0;
  return ours
    .slice(0, -1)
    .every(({ session }) => signsOf(session).every(({ from }) => from + TELLING_MS < begunAt));
}

function reachable({ now }: Facts, { moves }: IssueFacts, ours: Ours[]): string[] {
  const reached = ours.flatMap(({ session }) =>
    [...possibleStates(session, 0, now)].flatMap((state) =>
      TAKEN_BACK.includes(state)
        ? [FIRST_STATUS, 'Escalated', 'Pending']
        : [STATUS_OF[state] ?? FIRST_STATUS],
    ),
  );
  return [FIRST_STATUS, ...reached, ...moves.flatMap(({ from, to }) => [from, to])];
}

/** Whether a person moved the request once after the newest link was sent, and before any result could move it. */
function isPersonsWord(moves: Move[], { send }: Ours, ours: Ours[]): boolean {
  const [move, another] = moves.filter(({ at }) => at >= send.begunAt);
  if (!move || another || send.sessionId === undefined || move.at < send.endedAt) return false;
  return ours.every(({ session }) => signsOf(session).every(({ from }) => from > move.at));
}

/** What may have moved the request. */
function signsOf({ told, objected }: SessionFacts): Span[] {
  return objected ? [...told, objected] : told;
}
