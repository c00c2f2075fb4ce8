import { eventLoopTurns } from './event-loop-turns';
interface Timer {
  at: number;
  order: number;
  run: () => unknown;
  /** Work that the timer limits. */
  work?: Promise<unknown>;
}

/** Stops a timer that has not fired; does nothing afterwards. */
export type Cancel = () => void;

/** How much real time `advance` grants to what one timer set going before it moves on to the next. */
const SETTLE_MS = 250;
/** How much real time `advance` grants to work before it lets the limit of this work end. */
const WORK_MS = 1000;
/** Turns of the event loop granted after a timer, so that the code that waited for it can set the next one. */
const SETTLE_TURNS = 10;

/**
 * The site's clock: real time plus an offset that only grows. Everything on the site that
 * waits, waits on it, so that moving it moves the queue, retries, links and schedules alike.
 * One that stands shows `standingAt` plus the offset instead: nothing happens on it unless it is moved.
 */
export class Clock {
  private readonly standingAt: number | undefined;
  private offsetMs = 0;
  private timers: Timer[] = [];
  private order = 0;
  private alarm: NodeJS.Timeout | undefined;
  private listeners = new Set<(offsetMs: number) => void>();
  private rest = (): Promise<void> => Promise.resolve();

  constructor(standingAt?: number) {
    this.standingAt = standingAt;
  }

  /** Milliseconds since the epoch, as the site sees them. */
  now(): number {
    return this.base() + this.offsetMs;
  }

  offset(): number {
    return this.offsetMs;
  }

  /**
   * Calls `run` once, `delayMs` from now on this clock. Errors in `run` are ignored. If the timer limits some `work`,
   * pass that: a moved clock then does not end work that would be done in time.
   */
  after(delayMs: number, run: () => unknown, work?: Promise<unknown>): Cancel {
    const timer: Timer = { at: this.now() + Math.max(0, delayMs), order: this.order++, run };
    if (work) timer.work = work;
    this.timers.push(timer);
    this.wind();
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  sleep(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      this.after(delayMs, () => {
        resolve();
      });
    });
  }

  /** Called with the new offset once the clock has been moved as far as was asked for. */
  onChange(listener: (offsetMs: number) => void): Cancel {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Before each move of the clock, `rest` waits for work that takes real time only. */
  beforeMoving(rest: () => Promise<void>): void {
    this.rest = rest;
  }

  /** Moves on by `ms`, stopping at each timer on the way so that one thing can lead to the next. */
  async advance(ms: number): Promise<void> {
    const target = this.now() + ms;
    do await this.rest();
    while (await this.step(target));
    this.moveTo(target);
    this.announce();
    this.wind();
  }

  /** Moves on to the next timer that is set for `until` or earlier, and runs it. Answers whether there was one. */
  async step(until: number): Promise<boolean> {
    const next = this.earliest();
    if (!next || next.at > until) return false;
    if (next.work && this.standingAt === undefined) {
      await ended(next.work, WORK_MS);
      await eventLoopTurns(SETTLE_TURNS);
      delete next.work;
      return true;
    }
    this.moveTo(next.at);
    const fired = this.fire(next);
    if (this.standingAt === undefined) await ended(fired, SETTLE_MS);
    else fired.catch(() => undefined);
    await eventLoopTurns(SETTLE_TURNS);
    return true;
  }

  /** Back to the time without an offset, with nothing waiting. */
  reset(): void {
    this.timers = [];
    clearTimeout(this.alarm);
    this.offsetMs = 0;
    this.announce();
  }

  private moveTo(at: number): void {
    this.offsetMs = Math.max(this.offsetMs, at - this.base());
  }

  private base(): number {
    return this.standingAt ?? Date.now();
  }

  private announce(): void {
    for (const listener of this.listeners) listener(this.offsetMs);
  }

  private earliest(): Timer | undefined {
    return this.timers.reduce<Timer | undefined>(
      (first, each) => (first && !isBefore(each, first) ? first : each),
      undefined,
    );
  }

  private async fire(timer: Timer): Promise<void> {
    this.timers = this.timers.filter((other) => other !== timer);
    await timer.run();
  }

  private wind(): void {
    clearTimeout(this.alarm);
    const next = this.earliest();
    if (!next || this.standingAt !== undefined) return;
    this.alarm = setTimeout(() => void this.fireDue(), Math.max(0, next.at - this.now()));
    this.alarm.unref();
  }

  private async fireDue(): Promise<void> {
    const due = this.earliest();
    if (due && due.at <= this.now()) {
      void this.fire(due).catch(() => undefined);
      await Promise.resolve();
    }
    this.wind();
  }
}

/** Resolves when `work` has settled, or after `ms` of real time. */
function ended(work: Promise<unknown>, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(resolve, ms);
    const end = (): void => {
      clearTimeout(patience);
      resolve();
    };
    work.then(end, end);
  });
}

function isBefore(a: Timer, b: Timer): boolean {
  return a.at === b.at ? a.order < b.order : a.at < b.at;
}
