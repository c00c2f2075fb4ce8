import { createHash } from 'node:crypto';
import { receiveEvent } from '../../src/verification/receive-event';
import { updateTicket } from '../../src/verification/update-ticket';
import { FakeIssues } from './fake-issues';
import { MemoryStore } from './memory-store';
import type {
  LinkRequest,
  Policies,
  Problem,
  Pseudonyms,
  SendingPolicy,
  StoppedProject,
  StoppedProjects,
} from '../../src/verification/ports';
import type { SendLinkPorts } from '../../src/verification/send-link';
import type { Progress, UpdateTicketPorts } from '../../src/verification/update-ticket';
import type { Employee } from '../../src/verification/employee';
import type { SessionEvent } from '../../src/verification/session-event';
import type { TicketUpdate } from '../../src/verification/ticket-update';
import type { Ticket } from '../../src/verification/ticket';
import type { Verification } from '../../src/verification/verification';

const START = Date.parse('2026-03-02T09:00:00Z');

/** Fakes of all ports around one clock, and what tests want to look at. */
export class World implements SendLinkPorts, UpdateTicketPorts {
  readonly store = new MemoryStore();
  readonly issues = new FakeIssues();
  readonly pushed: string[] = [];
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
    forget: ({ interviewId }: Pick<Verification, 'interviewId'>) => {
      this.problems = this.problems.filter((problem) => problem.interviewId !== interviewId);
      return Promise.resolve();
    },
  };
  readonly queue = {
    push: (interviewIds: string[]) => {
      if (this.isQueueDown) return Promise.reject(new Error('queue down'));
      this.pushed.push(...interviewIds);
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
    employeeKey: (email) => Promise.resolve(createHash('sha256').update(email).digest('hex')),
    seal: (value) => Promise.resolve(Buffer.from(JSON.stringify(value)).toString('base64')),
    open: (sealed) =>
      Promise.resolve(
        JSON.parse(Buffer.from(sealed, 'base64').toString()) as Record<string, string | undefined>,
      ),
  };
  readonly targets: Partial<Record<string, { id: string; name: string }>> = {
    passed: { id: '3', name: 'In Progress' },
    failed: { id: '4', name: 'Escalated' },
    review: { id: '5', name: 'Pending' },
  };
  readonly sending: Pick<SendingPolicy, 'typedDestinations' | 'identityChange' | 'limits'> = {
    typedDestinations: 'allowed',
    identityChange: 'review',
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
  environment: 'demo' | 'production' = 'production';
  readonly policies: Policies = {
    sending: () =>
      Promise.resolve({
        settingsRevision: 1,
        environment: this.environment,
        credentialsVersion: 'v1',
        integrationReference: 'reference',
        linkValidityMinutes: 10,
        ...this.sending,
      }),
    retentionDays: () => Promise.resolve(90),
    telling: () =>
      Promise.resolve({
        isInternal: true,
        text: (_verification, outcome) => `text for ${outcome}`,
        targetStatus: (outcome) => this.targets[outcome],
        doDemoResultsMoveTickets: false,
      }),
  };

  advance(ms: number): void {
    this.time += ms;
  }

  event(type: SessionEvent['type'], values: Partial<SessionEvent> = {}): SessionEvent {
    return { interviewId: 'session-1', type, at: this.time, loginHint: 'ada@example.com', ...values };
  }

  verification(interviewId = 'session-1'): Verification {
    return this.store.peek('verification', interviewId) as Verification;
  }

  /** An entry of the verification's ledger, the oldest first. */
  update(index = 0): TicketUpdate | undefined {
    return this.verification().updates[index];
  }

  /** Incode says that the employee has passed. */
  async pass(): Promise<void> {
    await receiveEvent(this, this.event('succeeded', { identityId: 'identity-1' }));
  }

  employee(email = 'ada@example.com'): Employee {
    const key = createHash('sha256').update(email).digest('hex');
    return this.store.peek('employee', key) as Employee;
  }

  ticket(issueId = '10001'): Ticket {
    return this.store.peek('ticket', issueId) as Ticket;
  }

  /** Works the ticket updates off, moving the clock over every pause, until nothing is left. */
  async settle(interviewId = 'session-1'): Promise<void> {
    for (let runs = 0; runs < 50; runs++) {
      const progress: Progress = await updateTicket(this, interviewId);
      if (progress.kind === 'settled') return;
      this.advance(progress.afterSeconds * 1000);
    }
    throw new Error('The ticket update never settled');
  }
}
