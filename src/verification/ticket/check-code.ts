import { AppError } from '../app-error';
import { rememberAccount } from '../remember-account';
import { retryOnConflict } from '../retry-on-conflict';
import { withinADay } from '../sending/limits';
import { codeStateOf, isCodeOfUse, MOST_WRONG_CODES, MOST_WRONG_CODES_A_DAY } from '../session/caller-code';
import { fold } from '../session/fold';
import { settleAll } from '../settle-all';
import { isVerification } from '../store';
import type { Employee } from '../sending/employee';
import type { CodeCheckEnd } from '../session/code-state';
import type { CodeTries, Verification } from '../session/session-record';
import type { Change, Store, Stored } from '../store';
import type { CorePorts } from './ports';

/** What a caller read to an agent. */
export interface CodeCheck {
  issueId: string;
  /** The session that the agent looks at. */
  interviewId: string;
  /** The first three digits, as the agent heard them. */
  digits: string;
  /** Account id of the agent. */
  by: string;
  /** How long a pass counts at most. */
  passCountsMs: number;
}

/** A check, and the session where the check changed it. */
interface Checked {
  end: CodeCheckEnd;
  changed?: Verification;
}

/**
 * Checks the first half of a code, and counts it: nothing is answered before that is written down, so that many at once
 * are no more tries than one after the other. A move of the request that waited for the code is made then.
 * @throws {AppError} `changed-meanwhile` where the session is no longer the current one, or its code of no more use;
 *   `objected`; `storage-unavailable`
 */
export async function checkCode(ports: CorePorts, check: CodeCheck): Promise<CodeCheckEnd> {
  const { announcer, pseudonyms } = ports;
  const { issueId, interviewId } = check;
  announcer.getReady(issueId);
  const code = pseudonyms.callerCode(interviewId);
  const { end, changed } = await retryOnConflict(() => checkOnce(ports, check, code));
  if (changed) {
    await Promise.all([
      announcer.changed(issueId),
      reportIfOver(ports, changed, end),
      queueIfAwaited(ports, changed),
    ]);
  }
  return end;
}

async function checkOnce(
  ports: CorePorts,
  check: CodeCheck,
  code: Promise<string>,
): Promise<Checked | undefined> {
  const [session, digits] = await settleAll([readSession(ports, check), code]);
  const isRight = check.digits === digits.slice(0, 3);
  const answer = digits.slice(3);
  const end = endBefore(session.value, isRight ? check.by : undefined, answer);
  if (end) return { end };
  const [employee] = await settleAll([
    readEmployee(ports, session.value),
    isRight && rememberAccount(ports.store, check.by, ports.clock.now()),
  ]);
  if (!employee) return undefined;
  const now = ports.clock.now();
  const wrongCodes = withinADay(employee.value.wrongCodes, now);
  if (wrongCodes.length >= MOST_WRONG_CODES_A_DAY) return { end: { kind: 'over', whose: 'employee' } };
  if (!isRight) return countWrong(ports, session, employee, [...wrongCodes, now]);
  const confirmed = { at: now, by: check.by };
  const tries = { wrong: 0, ...session.value.code, confirmed };
  return save(ports.store, session, tries, { kind: 'confirmed', ...confirmed, answer });
}

/** What a code that was confirmed, or tried too often, answers to one more try; the digits to who confirmed it. */
function endBefore(
  session: Verification,
  byWithRightDigits: string | undefined,
  answer: string,
): CodeCheckEnd | undefined {
  const state = codeStateOf(session);
  if (state?.kind === 'over') return { kind: 'over', whose: 'link' };
  if (state?.kind !== 'confirmed') return undefined;
  return state.by === byWithRightDigits ? { ...state, answer } : state;
}

/** The current session, if its code is of use. */
async function readSession(
  { store, clock }: CorePorts,
  { issueId, interviewId, passCountsMs }: CodeCheck,
): Promise<Stored<Verification>> {
  const [ticket, session] = await Promise.all([
    store.tickets.load(issueId),
    store.verifications.load(interviewId),
  ]);
  if (ticket?.value.objection) throw new AppError('objected');
  const isCurrent = ticket?.value.current === interviewId && isVerification(session);
  if (!isCurrent || !isCodeOfUse(session.value, passCountsMs, clock.now())) {
    throw new AppError('changed-meanwhile');
  }
  return session;
}

/** `undefined` where another write came in between. */
async function readEmployee(
  { store: { employees }, clock }: CorePorts,
  { link: { employee } }: Verification,
): Promise<Stored<Employee> | undefined> {
  return (await employees.load(employee)) ?? employees.create(employee, { askedAt: clock.now() });
}

function countWrong(
  { store }: CorePorts,
  session: Stored<Verification>,
  employee: Stored<Employee>,
  wrongCodes: number[],
): Promise<Checked | undefined> {
  const wrong = (session.value.code?.wrong ?? 0) + 1;
  const triesLeft = Math.min(MOST_WRONG_CODES - wrong, MOST_WRONG_CODES_A_DAY - wrongCodes.length);
  const counted = store.employees.change(employee, { ...employee.value, wrongCodes });
  return save(store, session, { wrong }, { kind: 'wrong', triesLeft }, [counted]);
}

async function save(
  store: Store,
  session: Stored<Verification>,
  code: CodeTries,
  end: CodeCheckEnd,
  others: Change[] = [],
): Promise<Checked | undefined> {
  const { upkeep } = session.value;
  const changed = { ...session.value, code, upkeep: code.confirmed ? { ...upkeep, rev: 0 } : upkeep };
  const isWritten = await store.commit([store.verifications.change(session, changed), ...others]);
  return isWritten ? { end, changed } : undefined;
}

/** Queues the request whose pass may have waited for the code. */
async function queueIfAwaited({ queue, clock }: CorePorts, changed: Verification): Promise<void> {
  const { code, link } = changed;
  if (!code?.confirmed || fold(changed, clock.now()).state !== 'passed') return;
  // Best effort: housekeeping finds that the session has changed.
  await queue.push([link.issue.id]).catch(() => undefined);
}

async function reportIfOver(
  { health, clock }: CorePorts,
  { link: { issue }, interviewId }: Verification,
  end: CodeCheckEnd,
): Promise<void> {
  if (end.kind !== 'wrong' || end.triesLeft > 0) return;
  await health.report({ kind: 'wrong-codes', at: clock.now(), issue, interviewId });
}
