import { createHash } from 'node:crypto';
import { receiveEvent } from '../../src/verification/ticket/receive-event';
import { reconcile } from '../../src/verification/ticket/reconcile';
import { told } from './builders';
import { FakeFields } from './fake-fields';
import { FakeIssues } from './fake-issues';
import { MemoryStore } from './memory-store';
import type { Employee, KnownIdentity } from '../../src/verification/sending/employee';
import type { LinkRequest, SendingPolicy, SendingPorts } from '../../src/verification/sending/ports';
import type { Reading } from '../../src/verification/session/fold';
import type { SessionEvent } from '../../src/verification/session/session-event';
import type { Environment, Verification } from '../../src/verification/session/session-record';
import type {
  Problem,
  StoppedProject,
  StoppedProjects,
  UpdatePolicy,
  TicketPorts,
} from '../../src/verification/ticket/ports';
import type { Reconciled } from '../../src/verification/ticket/reconcile';
import type { TicketProgress } from '../../src/verification/ticket/progress';
import type { Pseudonyms } from '../../src/verification/store';
import type { Ticket } from '../../src/verification/ticket/ticket';
import type { UpkeepPorts } from '../../src/verification/upkeep/ports';
import { fold } from '../../src/verification/session/fold';

/** The code of every session. */
const CODE = '471902';

const START = Date.parse('2026-03-02T09:00:00Z');

/** Fakes of all ports around one clock, and what tests want to look at. */
export class World implements SendingPorts, TicketPorts, UpkeepPorts {
  readonly store = new MemoryStore();
  readonly issues = new FakeIssues();
  readonly identityFields = new FakeFields();
  readonly pushed: string[] = [];
  readonly pushedForLater: string[] = [];
  readonly announced: string[] = [];
  problems: Problem[] = [];
  readonly requests: LinkRequest[] = [];
  time = START;
  /** What Incode answers to the next request for a link; by default a new session. */
  onRequest: (request: LinkRequest) => { interviewId: string } | Promise<{ interviewId: string }> = () => ({
    interviewId: `session-${this.requests.length}`,
  });
  isQueueDown = false;
  private count = 0;

  readonly clock = { now: () => this.time };
  readonly ids = { next: () => `id-${++this.count}` };
  readonly announcer = {
    getReady: () => undefined,
    changed: (issueId: string) => {
      this.announced.push(issueId);
      return Promise.resolve();
    },
  };
  readonly health = {
    report: (problem: Problem) => {
      this.problems.push(problem);
      return Promise.resolve();
    },
    forget: ({ interviewId }: { interviewId: string }) => {
      this.problems = this.problems.filter((problem) => problem.interviewId !== interviewId);
      return Promise.resolve();
    },
  };
  readonly queue = {
    push: (issueIds: string[], afterSeconds = 0) => {
      if (this.isQueueDown) return Promise.reject(new Error('queue down'));
      (afterSeconds > 0 ? this.pushedForLater : this.pushed).push(...issueIds);
      return Promise.resolve();
    },
  };
  readonly links = {
    signIn: () =>
      Promise.resolve(async (request: LinkRequest) => {
        this.requests.push(request);
        return this.onRequest(request);
      }),
  };
  readonly pseudonyms: Pseudonyms = {
    employeeKey: (email) => Promise.resolve(keyOf(email)),
    callerCode: () => Promise.resolve(CODE),
    seal: (value) => Promise.resolve(Buffer.from(JSON.stringify(value)).toString('base64')),
    open: (sealed) => Promise.resolve(JSON.parse(Buffer.from(sealed, 'base64').toString()) as unknown),
  };
  readonly targets: Partial<Record<string, { id: string; name: string }>> = {
    passed: { id: '3', name: 'In Progress' },
    failed: { id: '4', name: 'Escalated' },
    review: { id: '5', name: 'Pending' },
  };
  readonly sending: Pick<
    SendingPolicy,
    'typedDestinations' | 'identityChange' | 'missingIdentity' | 'limits'
  > = {
    typedDestinations: 'allowed',
    identityChange: 'review',
    missingIdentity: 'review',
    limits: { perTicket: 10, perEmployee: 10, perAgent: 100, coolDownSeconds: 0 },
  };
  stopped: StoppedProject[] = [];
  readonly stoppedProjects: StoppedProjects = {
    list: () => Promise.resolve(this.stopped),
    stop: (project) => {
      this.stopped.push(project);
      return Promise.resolve();
    },
    resume: (projectId) => {
      this.stopped = this.stopped.filter(({ id }) => id !== projectId);
      return Promise.resolve();
    },
  };
  environment: Environment = 'production';
  isEmployeeTold = false;
  readonly telling: Pick<
    UpdatePolicy,
    'isInternal' | 'passCountsMs' | 'doDemoResultsMoveTickets' | 'doOthersMoveTickets'
  > = {
    isInternal: true,
    passCountsMs: 60 * 60_000,
    doDemoResultsMoveTickets: false,
    doOthersMoveTickets: true,
  };
  msLeft = 25_000;
  readonly deadline = { msLeft: () => this.msLeft };
  readonly policies = {
    sending: () =>
      Promise.resolve({
        settingsRevision: 1,
        environment: this.environment,
        credentialsVersion: 'v1',
        integrationReference: 'reference',
        isEmployeeTold: this.isEmployeeTold,
        linkValidityMinutes: 10,
        ...this.sending,
      }),
    retentionDays: () => Promise.resolve(90),
    ticketUpdates: () =>
      Promise.resolve({
        ...this.telling,
        reply: (kind: string) => (this.isEmployeeTold ? `reply for ${kind}` : undefined),
        text: (_verification: Verification, outcome: string) => `text for ${outcome}`,
        targetStatus: (outcome: string) => this.targets[outcome],
      }),
  };

  advance(ms: number): void {
    this.time += ms;
  }

  event(type: SessionEvent['type'], values: EventValues = {}): SessionEvent {
    const { interviewId = 'session-1', loginHint = 'ada@example.com', identityId } = values;
    return { interviewId, type, at: this.time, loginHint: told(loginHint), identityId: told(identityId) };
  }

  verification(interviewId = 'session-1'): Verification {
    return this.store.peek('verification', interviewId) as Verification;
  }

  /** What a verification's facts mean now. */
  reading(interviewId = 'session-1'): Reading {
    return fold(this.verification(interviewId), this.time);
  }

  /** What the ticket was told last, and how far. */
  told(issueId = '10001'): TicketProgress | undefined {
    return this.ticket(issueId).told;
  }

  /** Incode says that the employee has passed. */
  async pass(values: EventValues = {}): Promise<void> {
    await receiveEvent(this, this.event('succeeded', { identityId: 'identity-1', ...values }));
  }

  employee(email = 'ada@example.com'): Employee | undefined {
    return this.store.peek('employee', keyOf(email));
  }

  identity(environment: Environment = 'production', email = 'ada@example.com'): KnownIdentity | undefined {
    return this.store.peek('identity', `${environment}:${keyOf(email)}`);
  }

  ticket(issueId = '10001'): Ticket {
    return this.store.peek('ticket', issueId) ?? { askedAt: 0 };
  }

  /** Brings the ticket in line, moving the clock over every pause, until nothing is left for the queue. */
  async settle(issueId = '10001'): Promise<void> {
    for (let runs = 0; runs < 500; runs++) {
      const reconciled: Reconciled = await reconcile(this, issueId);
      if (reconciled.kind === 'settled') return;
      this.advance(reconciled.afterSeconds * 1000);
    }
    throw new Error('The ticket was never in line');
  }
}

interface EventValues {
  interviewId?: string;
  loginHint?: string;
  identityId?: string;
}

function keyOf(email: string): string {
  return createHash('sha256').update(email).digest('hex');
}
