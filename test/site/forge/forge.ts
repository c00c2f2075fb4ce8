import type { Clock } from '../clock';
import type { Journal } from '../journal';
import type { Randomness } from '../random';
import type { Bundler } from './bundle';
import { bridgeContext, functionContext } from './context';
import type { Opening } from './context';
import type { OutsideWorld } from './egress';
import type { Faults } from './faults';
import { Frames } from './frames';
import { Functions } from './functions';
import type { Installation } from './invocation';
import { kvsRateExceeded } from './kvs/errors';
import { createKvsApi } from './kvs/kvs';
import { MOST_REQUESTS_PER_SECOND } from './kvs/limits';
import { Entities } from './kvs/entities';
import { Store } from './kvs/store';
import type { StoreSnapshot } from './kvs/store';
import { installationOf, lifecycleEvent } from './installation';
import type { LifecycleEvent } from './installation';
import type { JiraPort } from './jira-port';
import { readManifest } from './manifest';
import type { AppManifest } from './manifest';
import type { ModuleType } from './modules/registry';
import { Queue } from './queue';
import type { QueueSnapshot } from './queue';
import { RateLimit } from './rate-limit';
import { Realtime } from './realtime';
import { callResolver } from './resolvers';
import type { InvokeAnswer } from './resolvers';
import { runtimeOf } from './runtime';
import { startSchedules } from './schedules';
import { Seam } from './seam';
import { answerStargate } from './stargate';
import { FORGE_SWITCHES } from './switches';
import type { ForgeSwitches } from './switches';
import { WebTriggers } from './web-triggers';
import type { WebTriggerUrl } from './web-triggers';

export interface ForgeOptions {
  /** The app's folder, with its manifest.yml. */
  app: string;
  clock: Clock;
  journal: Journal;
  faults: Faults;
  random: Randomness;
  /** Whether the app draws its chances from `random` too. */
  isSeeded: boolean;
  /** Milliseconds that an event takes to its consumer beyond its delay. */
  queueLatency: () => number;
  bundler: Bundler;
  jira: JiraPort;
  world: OutsideWorld;
  /** Where the site is reached, without a slash at the end. */
  baseUrl: string;
  changed: () => void;
  switches?: Partial<ForgeSwitches>;
}

export interface ForgeSnapshot {
  kvs: StoreSnapshot;
  queue: QueueSnapshot;
  webTriggers: WebTriggerUrl[];
}

/** The platform that one app is installed on. */
export class Forge {
  readonly installation: Installation;
  readonly store: Store;
  /** The store as `@forge/kvs` calls it. */
  readonly kvs: ReturnType<typeof createKvsApi>;
  readonly queue: Queue;
  readonly realtime: Realtime;
  readonly webTriggers: WebTriggers;
  readonly frames: Frames;
  /** Changed in place. */
  readonly switches: ForgeSwitches;
  private readonly functions: Functions;
  private readonly kvsRate: RateLimit;
  private current: AppManifest;
  private stopSchedules = (): void => undefined;
  private readonly options: ForgeOptions;

  /** @throws ManifestError where the app cannot be hosted */
  constructor(options: ForgeOptions) {
    this.options = options;
    const { app, bundler, changed, clock, journal, random } = options;
    this.switches = { ...FORGE_SWITCHES, ...options.switches };
    this.current = readManifest(app);
    this.installation = installationOf(this.current);
    const manifest = (): AppManifest => this.current;
    const entities = new Entities(() => this.current.entities, this.switches);
    this.store = new Store(entities, { switches: this.switches, clock });
    this.kvs = createKvsApi(this.store, changed);
    this.kvsRate = new RateLimit(clock, MOST_REQUESTS_PER_SECOND, 1000);
    this.queue = new Queue({
      clock,
      random,
      latency: options.queueLatency,
      changed,
      hasConsumer: (queueName) => this.current.consumers.some((consumer) => consumer.queue === queueName),
      consume: (event, queueName) => this.consume(event, queueName),
    });
    this.realtime = new Realtime({ clock, random, switches: this.switches });
    this.webTriggers = new WebTriggers({
      ...options,
      manifest,
      run: (trigger, request) => this.run('webtrigger', trigger, request),
    });
    this.frames = new Frames(manifest, bundler);
    const seam = this.createSeam(manifest);
    this.functions = new Functions({
      clock,
      journal,
      bundler,
      random,
      isSeeded: options.isSeeded,
      manifest,
      platform: {
        call: (invocation, target, path, init) => seam.call(invocation, target, path, init),
        fetch: (invocation, input, init) => seam.fetch(invocation, input, init),
        runtime: (invocation) => runtimeOf(invocation, this.installation, this.current, clock),
      },
    });
  }

  get manifest(): AppManifest {
    return this.current;
  }

  /**
   * Reads and bundles the app as it is in its folder now.
   * @throws ManifestError, or what the bundler throws; the app then stays as it was
   */
  async load(): Promise<void> {
    const manifest = readManifest(this.options.app);
    await this.functions.load(manifest);
    this.current = manifest;
    this.frames.forget();
    this.startSchedules();
  }

  /** Tells the app that it has been installed, or upgraded. */
  async tellOf(event: LifecycleEvent): Promise<void> {
    const admin = this.options.jira.users().find(({ login }) => login === 'admin')?.accountId;
    const told = lifecycleEvent(this.installation, event, admin);
    for (const trigger of this.current.lifecycle.filter(({ events }) => events.includes(event)))
      await this.run('trigger', trigger, told).catch(() => undefined);
  }

  /** What `invoke()` of the bridge comes to. */
  invoke(opening: Opening, functionKey: string, payload: unknown): Promise<InvokeAnswer> {
    const { baseUrl } = this.options;
    return callResolver(this.functions, this.installation, baseUrl, { opening, functionKey, payload });
  }

  /** What `getContext()` of the bridge answers. */
  context(opening: Opening): object {
    return bridgeContext(opening, this.installation, this.current, this.options.baseUrl);
  }

  /** Runs a schedule now; `undefined` where the manifest has none of this key. */
  runSchedule(key: string): Promise<unknown> | undefined {
    const schedule = this.current.schedules.find((each) => each.key === key);
    return schedule && this.runScheduled(schedule);
  }

  /** The next invocations start with fresh instances, as after a pause in the cloud. */
  makeCold(): void {
    this.functions.makeCold();
  }

  /** Whether none of the app's functions runs. */
  isIdle(): boolean {
    return this.functions.isIdle();
  }

  snapshot(): ForgeSnapshot {
    return {
      kvs: this.store.snapshot(),
      queue: this.queue.snapshot(),
      webTriggers: this.webTriggers.snapshot(),
    };
  }

  restore(snapshot: ForgeSnapshot): void {
    this.store.restore(snapshot.kvs);
    this.queue.restore(snapshot.queue);
    this.webTriggers.restore(snapshot.webTriggers);
  }

  /** As if it had just been deployed: nothing stored, nothing running. Call it before the clock is reset. */
  reset(): void {
    this.stop();
    this.store.clear();
    this.queue.clear();
    this.webTriggers.restore([]);
    this.kvsRate.clear();
    this.realtime.clear();
    Object.assign(this.switches, FORGE_SWITCHES, this.options.switches);
  }

  stop(): void {
    this.stopSchedules();
    this.functions.stop();
  }

  /** Each schedule runs for the first time one interval from now. */
  startSchedules(): void {
    this.stopSchedules();
    this.stopSchedules = startSchedules(this.options.clock, this.current.schedules, async (schedule) => {
      const runs = this.switches.schedulesRunTwice ? [schedule, schedule] : [schedule];
      await Promise.allSettled(runs.map((each) => this.runScheduled(each)));
    });
  }

  private createSeam(manifest: () => AppManifest): Seam {
    return new Seam({
      ...this.options,
      manifest,
      kvs: (request) => (this.kvsRate.take() ? this.kvs.fetch(request) : kvsRateExceeded()),
      realtime: (request, invocation) => this.realtime.handle(request, invocation),
      queue: (request) => this.queue.handle(request),
      graphql: (request) => answerStargate(request, this.webTriggers),
      kill: (invocation) => {
        this.functions.kill(invocation);
      },
    });
  }

  private async consume(event: object, queueName: string): Promise<unknown> {
    const consumer = this.current.consumers.find((each) => each.queue === queueName);
    return consumer && this.run('consumer', consumer, event);
  }

  private runScheduled(schedule: AppManifest['schedules'][number]): Promise<unknown> {
    const context = { cloudId: this.installation.cloudId, moduleKey: schedule.key };
    return this.run('scheduledTrigger', schedule, { context });
  }

  private run(
    moduleType: ModuleType,
    module: { key: string; function: string },
    event: object,
  ): Promise<unknown> {
    const run = { functionKey: module.function, moduleKey: module.key, moduleType };
    return this.functions.run(run, [event, functionContext(this.installation)]);
  }
}
