import { AppError } from '../app-error';
import { knownIdentity } from '../identity-memory';
import type { Link, SessionRecord, UnclaimedSession } from '../session/session-record';
import type { Store, Stored } from '../store';
import type { SeenStatus } from '../ticket/ticket';
import type { AcceptancePorts } from './ports';
import type { SendingRecords } from './sending-records';

/** A link that Incode accepted, with its attempt and the status that the issue had then. */
export interface Acceptance {
  attemptId: string;
  interviewId: string;
  status: SeenStatus;
  link: Link;
}

/** The records that the attempt has claimed. */
export type Claimed = Pick<SendingRecords, 'ticket' | 'employee'>;

/** The records that accepting a link starts from. */
export interface AcceptanceRecords extends Claimed {
  session: Stored<SessionRecord> | undefined;
  older: Stored<SessionRecord> | undefined;
  knownIdentity: string | undefined;
}

/** Creates the session's record without a link; `undefined` where an event of Incode created it first. */
export async function createUnclaimed(
  { verifications }: Store,
  { interviewId, link }: Acceptance,
): Promise<Stored<SessionRecord> | undefined> {
  const record: UnclaimedSession = { interviewId, firstAt: link.requestedAt };
  return verifications.create(interviewId, record);
}

/** Reads the records; `session` creates the session's record where it may be missing. */
export async function readAcceptanceRecords(
  { store, clock }: AcceptancePorts,
  { interviewId, link }: Acceptance,
  claimed: Claimed,
  session: () => Promise<Stored<SessionRecord> | undefined> | undefined,
): Promise<AcceptanceRecords> {
  const { current } = claimed.ticket.value;
  const { latest } = claimed.employee.value;
  const load = (id: string | undefined) =>
    id === undefined ? Promise.resolve(undefined) : store.verifications.load(id);
  const older = load(current);
  const latestSession = latest === current ? older : load(latest);
  const [itsSession, itsOlder, known] = await Promise.all([
    Promise.resolve(session()).then((made) => made ?? load(interviewId)),
    older,
    knownIdentity(
      store,
      link,
      latestSession.then((stored) => stored?.value),
      clock.now(),
    ),
  ]);
  return { ...claimed, session: itsSession, older: itsOlder, knownIdentity: known };
}

/** Reads ticket and employee again. Throws `changed-meanwhile` where one is no longer claimed by this attempt. */
export async function loadClaims(store: Store, { attemptId, link }: Acceptance): Promise<Claimed> {
  const [ticket, employee] = await Promise.all([
    store.tickets.load(link.issue.id),
    store.employees.load(link.employee),
  ]);
  if (ticket?.value.attempt?.id !== attemptId || employee?.value.live?.attemptId !== attemptId) {
    throw new AppError('changed-meanwhile');
  }
  return { ticket, employee };
}
