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

/**
 * Puts the frame's `Date` and timers on the site's clock.
 * @returns sets the offset in milliseconds; timers that became due by it fire at once
 */
export function installFrameClock(frame: FrameWindow, offset: number): (offset: number) => void {
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
  return (newOffset) => {
    timers.setOffset(newOffset);
  };
}
