import { AppError } from '../app-error';
import { retryOnConflict } from '../retry-on-conflict';
import { mayObject } from '../session/objection';
import { isAbout } from '../session/subject';
import { settleAll } from '../settle-all';
import { isVerification } from '../store';
import { queueAndRemember } from './receive-event';
import type { Person } from '../session/subject';
import type { Verification } from '../session/session-record';
import type { CorePorts } from './ports';

/** An employee says that they did not ask for the check on a request. */
export interface Objection {
  issueId: string;
  /** The request's reporter now. */
  by: Person;
  /** How long a pass counts at most. */
  passCountsMs: number;
}

/**
 * Records that the employee did not ask for the request's current check. It holds for the session, for good, and for
 * the request until an administrator releases it. Does nothing where it is too late, or was done already.
 * @throws {AppError} `not-permitted` where the current session is not about this account; `changed-meanwhile`,
 *   `storage-unavailable`
 */
export async function objectToVerification(ports: CorePorts, objection: Objection): Promise<void> {
  const { announcer, health, clock } = ports;
  const { issueId } = objection;
  announcer.getReady(issueId);
  const session = await retryOnConflict(() => object(ports, objection));
  if (!session.facts.objected) return;
  const { link, interviewId } = session;
  const problem = { kind: 'objected', at: clock.now(), issue: link.issue, interviewId } as const;
  await settleAll([
    queueAndRemember(ports, session),
    Promise.all([announcer.changed(issueId), health.report(problem)]),
  ]);
}

/** The session after the objection; `undefined` where another write came in between. */
async function object(
  { store, clock }: CorePorts,
  { issueId, by, passCountsMs }: Objection,
): Promise<Verification | undefined> {
  const ticket = await store.tickets.load(issueId);
  const current = ticket?.value.current;
  const session = current === undefined ? undefined : await store.verifications.load(current);
  if (!ticket || !isVerification(session) || !isAbout(session.value, by)) throw new AppError('not-permitted');
  const at = clock.now();
  if (!mayObject(session.value, passCountsMs, at)) return session.value;
  const objected = { at, rev: session.rev + 1 };
  const value = { ...session.value, facts: { ...session.value.facts, objected } };
  const isWritten = await store.commit([
    store.verifications.change(session, value),
    store.tickets.change(ticket, { ...ticket.value, objection: { interviewId: session.key, at } }),
  ]);
  return isWritten ? value : undefined;
}
