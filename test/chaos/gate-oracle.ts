import { mayBeConfirmed } from './code-oracle';
import { possibleStates, RESULT_GRACE_MS } from './possible-states';
import type { Facts, GateTry, IssueFacts, Sent, SessionFacts } from './facts';

/** The guarded transition asks for a pass about the reporter of at most this age. */
const PASS_COUNTS_MS = 60 * 60_000;
/** How long Incode's answer to a send may be awaited; the app counts the link's end from there. */
const ANSWER_MS = 12_000;

/** The addresses of the reporters. */
export const REPORTERS: Partial<Record<string, string>> = {
  'HELP-1': 'ada.lovelace@example.com',
  'HELP-2': 'grace.hopper@example.com',
};

/** No transition passes the gate that what is known from outside does not allow. */
export function judgeGates({ rule }: Facts, issue: IssueFacts, sessions: Sent[]): string[] {
  const { key, gates, objections } = issue;
  const isObjected = (gate: GateTry) =>
    objections.some(({ isHeard, endedAt }) => isHeard && endedAt < gate.begunAt);
  const countsMs = rule?.passCountsMs ?? PASS_COUNTS_MS;
  return gates
    .filter((gate) => gate.isOpen)
    .flatMap((gate) => {
      const opening = isObjected(gate) ? [] : sessions.filter((sent) => mayOpen(gate, key, sent, countsMs));
      if (opening.length === 0) return [`${key}: passed the gate without a pass that counts`];
      if (!rule || opening.some(({ session }) => mayBeConfirmed(issue, session, gate.endedAt))) return [];
      return [`${key}: passed the gate though nobody had checked the code`];
    });
}

/** Whether it may have been a pass of the reporter's that counts, and had not been replaced, when somebody tried. */
function mayOpen(
  { begunAt, endedAt }: GateTry,
  key: string,
  { session, send }: Sent,
  countsMs: number,
): boolean {
  const isReplaced = session.replaced !== undefined && session.replaced.until < begunAt;
  const isRecent = begunAt < latestAct(session) + countsMs;
  return (
    send.email === REPORTERS[key] &&
    !isReplaced &&
    isRecent &&
    possibleStates(session, begunAt, endedAt).has('passed')
  );
}

/** By when the employee had acted for certain. */
function latestAct({ told, linkEndsAt }: SessionFacts): number {
  return Math.min(...told.map(({ until }) => until), linkEndsAt + RESULT_GRACE_MS + ANSWER_MS);
}
