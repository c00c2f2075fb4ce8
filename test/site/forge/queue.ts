import type { Cancel, Clock } from '../clock';
import { uuidOf } from '../random';
import type { Randomness } from '../random';
import { FunctionTimeout } from './instances';
import { InvocationRateLimit } from './invocation-rate';
import { RateLimit } from './rate-limit';
import { jobRequest, readPush, refusal, retryWish } from './queue-requests';
import type { Push, QueueMessage } from './queue-requests';

const MAX_EVENTS_PER_MINUTE = 500;
const RETENTION_MS = 24 * 3_600_000;
const MAX_RETRY_AFTER_S = 900;
/** @see https://developer.atlassian.com/platform/forge/limits-async-events/ */
const MAX_RETRY_DATA_BYTES = 4 * 1024;
/** That thrown errors are retried with a growing delay is documented, the delays are not. */
const FIRST_BACKOFF_MS = 5000;
const LONGEST_BACKOFF_MS = 900_000;

export interface QueuedEvent {
  eventId: string;
  jobId: string;
  queueName: string;
  body: Record<string, unknown>;
  concurrency?: { key: string; limit: number };
  /** As it was pushed. */
  delayInSeconds?: number;
  pushedAt: number;
  dueAt: number;
  state: 'waiting' | 'running';
  retryContext?: { retryCount: number; retryReason: string; retryData: unknown };
  /** How often it came again for an error, which decides the next pause. */
  failures?: number;
}

interface JobStats {
  success: number;
  inProgress: number;
  failed: number;
}

export interface QueueSnapshot {
  events: QueuedEvent[];
  jobs: Record<string, JobStats>;
}

export interface QueueOptions {
  clock: Clock;
  random: Randomness;
  /** Milliseconds that each delivery takes beyond its delay. */
  latency: () => number;
  changed: () => void;
  /** Writes a line into the log. */
  complain: (text: string) => void;
  hasConsumer: (queueName: string) => boolean;
  /** Runs the consumer of the event's queue; rejects as the function does. */
  consume: (event: QueueMessage, queueName: string) => Promise<unknown>;
}

/**
 * The app's queues. Every event is delivered at least once, and again after an error, until it is a day old.
 * @see https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/
 */
export class Queue {
  private events: QueuedEvent[] = [];
  private jobs: Record<string, JobStats> = {};
  private readonly rate: RateLimit;
  private readonly timers = new Map<QueuedEvent, Cancel>();

  private readonly options: QueueOptions;

  constructor(options: QueueOptions) {
    this.options = options;
    this.rate = new RateLimit(options.clock, MAX_EVENTS_PER_MINUTE, 60_000);
  }

  /** Answers `/webhook/queue/{publish,stats,cancel}/…`. */
  async handle(request: Request): Promise<Response> {
    const text = await request.text();
    const operation = new URL(request.url).pathname.split('/')[3];
    if (operation === 'publish') return this.push(text);
    const job = jobRequest.parse(JSON.parse(text));
    if (operation === 'stats') return jobAnswer(this.jobs[job.jobId], (stats) => Response.json(stats));
    return jobAnswer(this.jobs[job.jobId], () => this.cancel(job.jobId));
  }

  snapshot(): QueueSnapshot {
    return structuredClone({ events: this.events, jobs: this.jobs });
  }

  restore(snapshot: QueueSnapshot): void {
    this.clear();
    this.events = snapshot.events.map((event) => ({ ...event, state: 'waiting' }));
    this.jobs = structuredClone(snapshot.jobs);
    for (const event of this.events) this.schedule(event);
  }

  clear(): void {
    for (const cancel of this.timers.values()) cancel();
    this.timers.clear();
    this.events = [];
    this.jobs = {};
    this.rate.clear();
  }

  private push(text: string): Response {
    const push = readPush(text);
    if (push instanceof Response) return push;
    const { queueName, jobId, payload } = push;
    if (!this.options.hasConsumer(queueName)) return refusal(400, `The queue ${queueName} has no consumer`);
    if (!this.rate.take(payload.length)) return refusal(429, 'Too many requests.');
    this.jobs[jobId] = { success: 0, inProgress: payload.length, failed: 0 };
    for (const event of payload) this.add(queueName, jobId, event);
    this.options.changed();
    return Response.json({}, { status: 201 });
  }

  private add(queueName: string, jobId: string, pushed: Push['payload'][number]): void {
    const now = this.options.clock.now();
    const { body, concurrency, delayInSeconds } = pushed;
    const event: QueuedEvent = {
      eventId: uuidOf(this.options.random),
      jobId,
      queueName,
      body,
      ...(concurrency && { concurrency }),
      ...(delayInSeconds !== undefined && { delayInSeconds }),
      pushedAt: now,
      dueAt: now + (delayInSeconds ?? 0) * 1000,
      state: 'waiting',
    };
    this.events.push(event);
    this.schedule(event);
  }

  private schedule(event: QueuedEvent): void {
    const delayMs = event.dueAt - this.options.clock.now() + this.options.latency();
    this.timers.set(
      event,
      this.options.clock.after(delayMs, () => {
        this.timers.delete(event);
        return this.deliver(event);
      }),
    );
  }

  private async deliver(event: QueuedEvent): Promise<void> {
    if (!this.hasRoomFor(event)) return;
    event.state = 'running';
    this.options.changed();
    const { eventId, jobId, queueName, body, concurrency, delayInSeconds, pushedAt } = event;
    const retentionWindow = {
      startTime: new Date(pushedAt).toISOString(),
      remainingTimeMs: pushedAt + RETENTION_MS - this.options.clock.now(),
    };
    const retryContext = event.retryContext && { ...event.retryContext, retentionWindow };
    const message = { body, queueName, jobId, eventId, concurrency, delayInSeconds, retryContext };
    try {
      this.settle(event, await this.options.consume(message, queueName));
    } catch (error) {
      event.failures = (event.failures ?? 0) + 1;
      const backoffMs = Math.min(FIRST_BACKOFF_MS * 2 ** (event.failures - 1), LONGEST_BACKOFF_MS);
      this.retry(event, backoffMs, reasonOf(error), undefined);
    }
    this.startNext(event);
  }

  private settle(event: QueuedEvent, result: unknown): void {
    const wish = retryWish.safeParse(result);
    if (!wish.success) {
      this.finish(event, 'success');
      return;
    }
    const { retryAfter = 1, retryReason = 'FUNCTION_RETRY_REQUEST', retryData } = wish.data.retryOptions;
    // That the limit is enforced is documented; that the event is then given up is not.
    if (Buffer.byteLength(JSON.stringify(retryData ?? null)) > MAX_RETRY_DATA_BYTES) {
      this.options.complain(`An event of ${event.queueName} is given up: its retry data exceeds 4 KB.`);
      this.finish(event, 'failed');
      return;
    }
    this.retry(event, Math.min(retryAfter, MAX_RETRY_AFTER_S) * 1000, retryReason, retryData);
  }

  private retry(event: QueuedEvent, delayMs: number, retryReason: string, retryData: unknown): void {
    const dueAt = this.options.clock.now() + delayMs;
    if (dueAt > event.pushedAt + RETENTION_MS) {
      this.finish(event, 'failed');
      return;
    }
    // Errors of the platform do not count.
    const counted = retryReason.startsWith('FUNCTION_PLATFORM_') ? 0 : 1;
    const retryCount = (event.retryContext?.retryCount ?? 0) + counted;
    Object.assign(event, { dueAt, state: 'waiting', retryContext: { retryCount, retryReason, retryData } });
    if (this.events.includes(event)) this.schedule(event);
    this.options.changed();
  }

  private finish(event: QueuedEvent, outcome: 'success' | 'failed'): void {
    const stats = this.jobs[event.jobId];
    if (stats) {
      stats.inProgress--;
      stats[outcome]++;
    }
    this.events = this.events.filter((other) => other !== event);
    this.options.changed();
  }

  private hasRoomFor(event: QueuedEvent): boolean {
    if (!event.concurrency) return true;
    const running = this.competitorsOf(event).filter(({ state }) => state === 'running');
    return running.length < event.concurrency.limit;
  }

  /** Events that found no room have no timer: the one that ends makes room for the next. */
  private startNext(ended: QueuedEvent): void {
    const next = this.competitorsOf(ended).find(
      (other) => other.state === 'waiting' && !this.timers.has(other),
    );
    if (next) this.schedule(next);
  }

  /** Events of the same concurrency key: it counts for an installation, over all queues. */
  private competitorsOf({ concurrency }: QueuedEvent): QueuedEvent[] {
    return concurrency ? this.events.filter((other) => other.concurrency?.key === concurrency.key) : [];
  }

  private cancel(jobId: string): Response {
    for (const event of this.events.filter((each) => each.jobId === jobId && each.state === 'waiting')) {
      this.timers.get(event)?.();
      this.timers.delete(event);
      this.finish(event, 'failed');
    }
    return new Response(null, { status: 204 });
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof FunctionTimeout) return 'FUNCTION_TIME_OUT';
  return error instanceof InvocationRateLimit
    ? 'FUNCTION_PLATFORM_RATE_LIMITED'
    : 'FUNCTION_PLATFORM_UNKNOWN_ERROR';
}

function jobAnswer(stats: JobStats | undefined, answer: (stats: JobStats) => Response): Response {
  return stats ? answer(stats) : refusal(404, 'No such job');
}
