import { eventLoopTurns } from './event-loop-turns';
import type { Clock } from './clock';
import type { Randomness } from './random';

/** Log-uniform between 1 ms and about a second: a slow call is overtaken by many quick ones. */
const LONGEST_LATENCY_MS = 1024;
/** What is due later than this counts as unrelated to what has just happened. */
const QUIET_MS = 5000;
/** No promise that a test waits for takes longer than this. */
const LONGEST_WAIT_MS = 86_400_000;
/** Turns of the event loop granted to what is waited for when no timer is left that could lead to it. */
const LAST_TURNS = 2000;

/**
 * Decides in which order pending platform calls are done, by giving each a latency from seeded randomness,
 * on a clock that stands still unless it is run. The same seed gives the same run.
 */
export class Scheduler {
  private readonly clock: Clock;
  private readonly random: Randomness;
  private readonly isBusy: () => boolean;

  /** @param isBusy whether something runs that could still make a call */
  constructor(clock: Clock, random: Randomness, isBusy: () => boolean) {
    this.clock = clock;
    this.random = random;
    this.isBusy = isBusy;
  }

  /** Milliseconds that the next call takes. */
  latency(): number {
    return Math.round(LONGEST_LATENCY_MS ** this.random.fraction());
  }

  /** Milliseconds around `medianMs`, log-normal with this sigma; the median itself where that is 0. */
  around(medianMs: number, sigma: number): number {
    if (sigma === 0) return medianMs;
    // Box and Muller's normal distribution, of two even ones.
    const radius = Math.sqrt(-2 * Math.log(1 - this.random.fraction()));
    const normal = radius * Math.cos(2 * Math.PI * this.random.fraction());
    return Math.round(medianMs * Math.exp(sigma * normal));
  }

  /** Runs everything that happens in the next `ms`. */
  run(ms: number): Promise<void> {
    return this.clock.advance(ms);
  }

  /** Runs until nothing of the app runs and nothing is due in the next seconds. */
  async runUntilIdle(): Promise<void> {
    await eventLoopTurns(1);
    while (await this.clock.step(this.isBusy() ? Infinity : this.clock.now() + QUIET_MS));
  }

  /**
   * Runs until `work` is done.
   * @throws what it throws, or an Error where nothing leads to its end
   */
  async until<T>(work: Promise<T>): Promise<T> {
    const waitedFor = { isDone: false };
    const done = (): void => {
      waitedFor.isDone = true;
    };
    work.then(done, done);
    const end = this.clock.now() + LONGEST_WAIT_MS;
    await eventLoopTurns(1);
    while (!waitedFor.isDone && (await this.clock.step(end)));
    for (let turn = 0; !waitedFor.isDone && turn < LAST_TURNS; turn++) await eventLoopTurns(1);
    if (!waitedFor.isDone) throw new Error('Nothing on the site leads to the end of what is waited for.');
    return work;
  }
}
