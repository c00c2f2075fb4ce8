import type { Clock } from '../clock';
import { uuidOf } from '../random';
import type { Randomness } from '../random';
import type { Deliveries } from './deliveries';
import type { Environment, IncodeData, Message, Session, Verdict, WebhookEvent } from './model';
import { COMPANY, EMPLOYEES, identityOfEmployee, type Employee } from './organisation';
import type { IncodeSwitches } from './switches';
import { webhookBody } from './webhook-body';

const MINUTE = 60_000;

export type Outcome = 'pass' | 'fail' | 'review';

/** Why something cannot be done with a session in its present state. */
export type Refusal = 'not opened' | 'ended' | 'done' | 'not in review';

const OUTCOMES = {
  pass: { state: 'passed', event: 'SESSION_SUCCEEDED' },
  fail: { state: 'failed', event: 'SESSION_FAILED' },
  review: { state: 'review', event: 'SESSION_PENDING_REVIEW' },
} as const;

export interface NewSession {
  environment: Environment;
  loginHint: string;
  employee: Employee;
  linkValidityInMinutes: number;
  channel: Message['channel'];
  to: string;
}

interface Options {
  clock: Clock;
  random: Randomness;
  changed: () => void;
  baseUrl: string;
  data: () => IncodeData;
  deliveries: Deliveries;
  switches: IncodeSwitches;
}

/** What happens to verifications: links go out, employees follow them, reviewers decide. */
export class Sessions {
  private readonly options: Options;

  constructor(options: Options) {
    this.options = options;
  }

  /** Starts a session and sends its link. Older links of the same employee stay as they are. */
  start(request: NewSession): { session: Session; link: string } {
    const { baseUrl, changed, clock, data, random } = this.options;
    const now = clock.now();
    const session: Session = {
      interviewId: random.bytes(12).toString('hex'),
      token: random.bytes(24).toString('base64url'),
      environment: request.environment,
      loginHint: request.loginHint,
      email: request.employee.email,
      state: 'sent',
      createdAt: now,
      linkEndsAt: now + request.linkValidityInMinutes * MINUTE,
    };
    const link = `${baseUrl}/verify/${session.token}`;
    const { channel, to } = request;
    data().sessions.push(session);
    data().messages.push({
      id: uuidOf(random),
      to,
      channel,
      text: messageText(request, link),
      link,
      at: now,
    });
    changed();
    return { session, link };
  }

  byToken(token: string): Session | undefined {
    return this.options.data().sessions.find((session) => session.token === token);
  }

  byId(interviewId: string): Session | undefined {
    return this.options.data().sessions.find((session) => session.interviewId === interviewId);
  }

  /** What the employee who follows the link sees. */
  linkState({ hasFailed, state, linkEndsAt }: Session): 'open' | 'ended' | 'done' {
    const mayTryAgain = state === 'failed' && this.options.switches.secondAttempt && !hasFailed;
    if (state !== 'sent' && state !== 'started' && !mayTryAgain) return 'done';
    return this.options.clock.now() < linkEndsAt ? 'open' : 'ended';
  }

  /** The employee follows the link, for the first time or again. */
  open(session: Session): Refusal | undefined {
    const link = this.linkState(session);
    if (link !== 'open') return link;
    const event = session.state === 'sent' ? 'SESSION_STARTED' : 'SESSION_PROGRESS';
    if (session.state === 'failed') session.hasFailed = true;
    session.state = 'started';
    this.tell(event, session);
    return undefined;
  }

  /** The employee completes an opened link. */
  finish(session: Session, outcome: Outcome): Refusal | undefined {
    const link = this.linkState(session);
    if (link !== 'open') return link;
    if (session.state !== 'started') return 'not opened';
    session.state = OUTCOMES[outcome].state;
    this.tell(OUTCOMES[outcome].event, session);
    return undefined;
  }

  /** A reviewer in the organisation decides. */
  review(session: Session, verdict: Verdict): Refusal | undefined {
    if (session.state !== 'review') return 'not in review';
    session.state = verdict;
    this.tell(verdict === 'passed' ? 'SESSION_SUCCEEDED' : 'SESSION_FAILED', session);
    return undefined;
  }

  private tell(event: WebhookEvent, session: Session): void {
    const { changed, clock, deliveries, switches } = this.options;
    const identityId = identityOf(session, switches);
    const body = webhookBody({ event, session, identityId, at: clock.now() }, switches);
    deliveries.send(event, session.interviewId, body);
    changed();
  }
}

/** The employee's identity, if Incode tells it of a session in this state. */
export function identityOf(
  { email, state }: Session,
  { changedIdentities, identityId }: Pick<IncodeSwitches, 'changedIdentities' | 'identityId'>,
): string | undefined {
  const isOver = state !== 'sent' && state !== 'started';
  const isTold = identityId === 'on success' ? state === 'passed' : isOver;
  return isTold ? identityOfEmployee(email, changedIdentities) : undefined;
}

export function employeeName({ email }: Session): string {
  return EMPLOYEES.find((employee) => employee.email === email)?.name ?? email;
}

function messageText({ channel, employee, linkValidityInMinutes }: NewSession, link: string): string {
  const request = `${COMPANY} asks you to confirm that it is you. Follow this link within ${String(linkValidityInMinutes)} minutes: ${link}`;
  return channel === 'sms' ? request : `Hello ${employee.name}, ${request}`;
}
