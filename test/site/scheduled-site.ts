import { Clock } from './clock';
import { withValidManifest } from './forge/manifest-validation';
import { LocalSite } from './local-site';
import type { SiteOptions, SiteSnapshot } from './local-site';
import { SeededRandomness } from './random';
import { Scheduler } from './scheduler';

/** 1 July 2026, noon: the time at which a scheduled site begins. */
const BEGINNING = Date.UTC(2026, 6, 1, 12);

export interface ScheduledSiteOptions extends Omit<SiteOptions, 'port' | 'state' | 'interactive'> {
  /** Decides the order of all that happens, and everything random; 0 by default. */
  randomSeed?: number;
  /** How far times stray from the `latency` that is set: sigma of a log-normal distribution; 0 by default. */
  spread?: number;
}

/**
 * Hosts a Forge app as `startSite` does, but without sockets and on a clock that stands still unless it is run.
 * The random seed decides how long each platform call, queue delivery and webhook takes, so that it reproduces a
 * run with all that happens at once in it. Where `latency` is set, they take that long instead.
 *
 *     const site = await createSite({ app, randomSeed: 7, seed });
 *     const afterSetUp = site.snapshot();
 *     for (let seed = 0; seed < 2000; seed++) {
 *       await site.rewind(afterSetUp, seed);
 *       const answers = Promise.all([invoke(site, …), invoke(site, …)]);
 *       await site.scheduler.run(30 * 60_000);
 *       …
 *     }
 *
 * @throws ManifestError or esbuild's BuildFailure for an app that cannot be hosted
 */
export function createSite(options: ScheduledSiteOptions = {}): Promise<ScheduledSite> {
  return withValidManifest(options.app ?? process.cwd(), async () => {
    const site = new ScheduledSite(options);
    await site.start();
    return site;
  });
}

/** A local site for tests, made by `createSite`. */
export class ScheduledSite extends LocalSite {
  readonly scheduler: Scheduler;
  private readonly random: SeededRandomness;

  constructor({ randomSeed = 0, spread = 0, ...options }: ScheduledSiteOptions) {
    const clock = new Clock(BEGINNING);
    const random = new SeededRandomness(randomSeed);
    const latency = (setMs: number): number =>
      options.latency ? this.scheduler.around(setMs, spread) : this.scheduler.latency();
    super({
      options,
      clock,
      random,
      isSeeded: true,
      latency,
      url: 'http://site.local',
      changed: () => undefined,
    });
    this.random = random;
    this.scheduler = new Scheduler(clock, random, () => !this.forge.isIdle());
  }

  /** Called once, by `createSite`. */
  async start(): Promise<void> {
    await this.forge.load();
    await this.begin();
  }

  advance(ms: number): Promise<void> {
    return this.scheduler.run(ms);
  }

  /** Back to a snapshot of this site, its time included, with another random seed; instances are cold. */
  async rewind(snapshot: SiteSnapshot, randomSeed: number): Promise<void> {
    this.clear();
    await this.clock.advance(snapshot.offset);
    this.random.reseed(randomSeed);
    this.restore(snapshot);
    this.forge.startSchedules();
  }

  /** Sends a request to the site and runs it until it is answered. */
  send(path: string, init?: RequestInit): Promise<Response> {
    return this.scheduler.until(this.fetch(new Request(this.url + path, init)));
  }

  protected override begin(): Promise<void> {
    return this.scheduler.until(super.begin());
  }
}
