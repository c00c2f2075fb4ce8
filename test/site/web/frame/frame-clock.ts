import { siteDate } from '../../site-date';

interface Timer {
  at: number;
  everyMs: number | undefined;
  run: () => void;
  alarm: number;
}

type FrameWindow = Pick<Window, 'setTimeout' | 'clearTimeout'> & { Date: DateConstructor };

/** The frame's timers, on real time plus an offset. */
class FrameTimers {
  private offset: number;
  private lastId = 0;
  private readonly timers = new Map<number, Timer>();
  private readonly realNow: () => number;
  private readonly realSetTimeout: Window['setTimeout'];
  private readonly realClearTimeout: Window['clearTimeout'];

  constructor(frame: FrameWindow, offset: number) {
    this.offset = offset;
    this.realNow = frame.Date.now.bind(frame.Date);
    this.realSetTimeout = frame.setTimeout.bind(frame);
    this.realClearTimeout = frame.clearTimeout.bind(frame);
  }

  now(): number {
    return this.realNow() + this.offset;
  }

  setOffset(offset: number): void {
    this.offset = offset;
    for (const [id, timer] of this.timers) this.wind(id, timer);
  }

  /** Whether the clock stands at `offset` or later, and all that was due by then has been run. */
  isPast(offset: number): boolean {
    return this.offset >= offset && [...this.timers.values()].every(({ at }) => at > this.now());
  }

  start(run: () => void, delayMs: number, repeats: boolean): number {
    const everyMs = repeats ? Math.max(delayMs, 1) : undefined;
    const timer: Timer = { at: this.now() + delayMs, everyMs, run, alarm: 0 };
    this.timers.set(++this.lastId, timer);
    this.wind(this.lastId, timer);
    return this.lastId;
  }

  stop(id: number | undefined): void {
    const timer = this.timers.get(id ?? 0);
    if (timer) this.realClearTimeout(timer.alarm);
    this.timers.delete(id ?? 0);
  }

  private wind(id: number, timer: Timer): void {
    this.realClearTimeout(timer.alarm);
    const ring = (): void => {
      this.fire(id, timer);
    };
    timer.alarm = this.realSetTimeout(ring, Math.max(0, timer.at - this.now()));
  }

  private fire(id: number, timer: Timer): void {
    if (timer.everyMs === undefined) this.timers.delete(id);
    else {
      timer.at = this.now() + timer.everyMs;
      this.wind(id, timer);
    }
    timer.run();
  }
}

/** A frame's clock; offsets are in milliseconds. */
export interface FrameClock {
  /** Timers that become due by it fire at once. */
  setOffset: (offset: number) => void;
  /** Whether it stands at `offset` or later, and all that was due by then has been run. */
  isPast: (offset: number) => boolean;
}

/** Puts the frame's `Date` and timers on the site's clock. */
export function installFrameClock(frame: FrameWindow, offset: number): FrameClock {
  const timers = new FrameTimers(frame, offset);
  const starter =
    (repeats: boolean) =>
    (run: (...args: unknown[]) => void, delayMs = 0, ...args: unknown[]): number =>
      timers.start(
        () => {
          run(...args);
        },
        Math.max(0, delayMs),
        repeats,
      );
  const stop = (id?: number): void => {
    timers.stop(id);
  };
  Object.assign(frame, {
    Date: siteDate(frame.Date, () => timers.now()),
    setTimeout: starter(false),
    setInterval: starter(true),
    clearTimeout: stop,
    clearInterval: stop,
  });
  return {
    setOffset: (newOffset) => {
      timers.setOffset(newOffset);
    },
    isPast: (atLeast) => timers.isPast(atLeast),
  };
}
