import type { Clock } from '../clock';

/** How often something may happen within a window of time; the next window begins with the first use after it. */
export class FixedWindow {
  private endsAt = 0;
  private taken = 0;
  private readonly clock: Clock;
  private readonly most: number;
  private readonly windowMs: number;

  constructor(clock: Clock, most: number, windowMs: number) {
    this.clock = clock;
    this.most = most;
    this.windowMs = windowMs;
  }

  /** Counts one more, unless that would be too many. */
  take(): boolean {
    const now = this.clock.now();
    // The site's clock may have been set back since.
    const isOver = now >= this.endsAt || this.endsAt > now + this.windowMs;
    if (isOver) {
      this.endsAt = now + this.windowMs;
      this.taken = 0;
    }
    if (this.taken >= this.most) return false;
    this.taken += 1;
    return true;
  }

  clear(): void {
    this.endsAt = 0;
  }
}
