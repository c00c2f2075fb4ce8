import type { Clock } from '../clock';

/** How often something may happen within any stretch of time of a given length. */
export class RateLimit {
  private times: number[] = [];
  private readonly clock: Clock;
  private readonly most: number;
  private readonly windowMs: number;

  constructor(clock: Clock, most: number, windowMs: number) {
    this.clock = clock;
    this.most = most;
    this.windowMs = windowMs;
  }

  /** Counts `count` more, unless that would be too many. */
  take(count = 1): boolean {
    const now = this.clock.now();
    const firstInWindow = this.times.findIndex((at) => at > now - this.windowMs);
    this.times.splice(0, firstInWindow < 0 ? this.times.length : firstInWindow);
    if (this.times.length + count > this.most) return false;
    for (let i = 0; i < count; i++) this.times.push(now);
    return true;
  }

  clear(): void {
    this.times = [];
  }
}
