import { Actions } from './actions';
import { AddedPanels } from './added-panels';
import { bridgeContext } from './context';
import type { Opening } from './context';
import { Frames } from './frames';
import { Functions } from './functions';
import { HostedCode } from './hosted-code';
import type { Installation } from './invocation';
import { kvsRateExceeded } from './kvs/errors';
import { createKvsApi } from './kvs/kvs';
import { MOST_REQUESTS_PER_SECOND } from './kvs/limits';
import { Entities } from './kvs/entities';
import { Store } from './kvs/store';
import { installationOf } from './installation';
import type { LifecycleEvent } from './installation';
import type { ForgeOptions, ForgeSnapshot } from './forge-options';
import type { SiteUser } from './jira-port';
import { readManifest } from './manifest';
import type { AppManifest } from './manifest';
import { PlatformCalls } from './platform-calls';
import { Queue } from './queue';
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
import { Validators } from './validators';
import { WebTriggers } from './web-triggers';

/** The platform as one installation of an app has it. */
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
  readonly hosted: HostedCode;
  private readonly functions: Functions;
  private readonly calls: PlatformCalls;
  readonly validators: Validators;
  readonly actions: Actions;
  private isInstalled = true;
  private readonly kvsRate: RateLimit;
  private readonly panels = new AddedPanels();
  private current: AppManifest;
  private installedAt: number;
  /** No schedule runs by itself from then on. */
  stopSchedules = (): void => undefined;
  private readonly options: ForgeOptions;

  /** @throws ManifestError where the app cannot be hosted */
  constructor(options: ForgeOptions) {
    this.options = options;
    const { app, bundler, changed, clock, journal, random } = options;
    this.switches = { ...FORGE_SWITCHES, ...options.switches };
    this.current = readManifest(app);
    this.installation = installationOf(this.current, options.number ?? 0);
    this.installedAt = clock.now();
    this.hosted =
      options.hosted ?? new HostedCode({ clock, journal, bundler, ...(options.isSeeded && { random }) });
    const manifest = (): AppManifest => this.current;
    const entities = new Entities(() => this.current.entities);
    this.store = new Store(entities, { switches: this.switches, clock });
    this.kvs = createKvsApi(this.store, changed);
    this.kvsRate = new RateLimit(clock, MOST_REQUESTS_PER_SECOND, 1000);
    this.queue = new Queue({
      clock,
      random,
      latency: options.queueLatency,
      changed,
      complain: (text) => {
        this.hosted.log('warn', text);
      },
      hasConsumer: (queueName) => this.current.consumers.some((consumer) => consumer.queue === queueName),
      consume: (event, queueName) => this.calls.consume(event, queueName),
    });
    this.realtime = new Realtime({ clock, random, switches: this.switches });
    this.webTriggers = new WebTriggers({
      ...options,
      manifest,
      run: (trigger, request) => this.calls.webTrigger(trigger, request),
    });
    this.frames = new Frames(manifest, bundler);
    const seam = this.createSeam(manifest);
    this.functions = new Functions({
      clock,
      random,
      hosted: this.hosted,
      manifest,
      platform: {
        call: (invocation, target, path, init) => seam.call(invocation, target, path, init),
        fetch: (invocation, input, init) => seam.fetch(invocation, input, init),
        runtime: (invocation) => runtimeOf(invocation, this.installation, this.current, clock),
      },
    });
    const { functions, hosted, installation } = this;
    const calls = (this.calls = new PlatformCalls({ functions, hosted, installation, manifest }));
    this.actions = new Actions({ functions, hosted, installation, switches: this.switches });
    const isInstalled = (): boolean => this.isInstalled;
    this.validators = new Validators({ calls, hosted, isInstalled, manifest, switches: this.switches });
  }

  /** What the app is now; one that was uninstalled has nothing to open. */
  get manifest(): AppManifest {
    if (this.isInstalled) return this.current;
    return { ...this.current, uiModules: [], webTriggers: [], actions: [], customFields: [] };
  }

  /**
   * Reads and bundles the app as it is in its folder now.
   * @throws ManifestError, or what the bundler throws; the app then stays as it was
   */
  async load(): Promise<void> {
    const manifest = readManifest(this.options.app);
    if (!this.options.hosted) await this.hosted.load(manifest);
    this.current = manifest;
    this.frames.forget();
    this.startSchedules();
  }

  /**
   * Tells the app of an event of its own life, as the platform does.
   * @throws what its function throws
   */
  async tellOf(eventType: LifecycleEvent, more: object = {}): Promise<void> {
    if (eventType === 'avi:forge:installed:app') this.installedAt = this.options.clock.now();
    const admin = this.options.jira.users().find(({ login }) => login === 'admin');
    await this.calls.lifecycle(eventType, admin?.accountId, more);
  }

  /** Removes the app until the next reset. Its validators stay on the transitions. */
  uninstall(): void {
    this.stop();
    this.queue.clear();
    this.webTriggers.restore([]);
    this.isInstalled = false;
  }

  /** The users of the site that this installation is on. */
  users(): SiteUser[] {
    return this.options.jira.users();
  }

  /** The result of the bridge's `invoke()`. */
  invoke(opening: Opening, functionKey: string, payload: unknown): Promise<InvokeAnswer> {
    const { baseUrl } = this.options;
    return callResolver(this.functions, this.installation, baseUrl, { opening, functionKey, payload });
  }

  /** What `getContext()` of the bridge answers. */
  context(opening: Opening): object {
    return bridgeContext(opening, this.installation, this.current, this.options.baseUrl);
  }

  /** Whether the module is a panel that nobody has added to the issue yet, and the switch hides such panels. */
  isHidden(opening: Opening): boolean {
    const isPanel = opening.module.type === 'jira:issuePanel';
    return this.switches.panelsAreHidden && isPanel && !this.panels.has(opening);
  }

  /** Adds a panel to an issue, for everybody who sees the issue. */
  addPanel(opening: Opening): void {
    this.panels.add(opening);
    this.options.changed();
  }

  /** Runs a schedule now; `undefined` where the manifest has none of this key. */
  runSchedule(key: string): Promise<unknown> | undefined {
    const schedule = this.current.schedules.find((each) => each.key === key);
    return schedule && this.calls.schedule(schedule);
  }

  /** The next invocations start with fresh instances, as after a pause in the cloud. */
  makeCold(): void {
    this.hosted.instances.makeCold();
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
      addedPanels: this.panels.snapshot(),
    };
  }

  restore(snapshot: ForgeSnapshot): void {
    this.store.restore(snapshot.kvs);
    this.queue.restore(snapshot.queue);
    this.webTriggers.restore(snapshot.webTriggers);
    this.panels.restore(snapshot.addedPanels);
  }

  /** As if it had just been deployed: nothing stored, nothing running. Call it before the clock is reset. */
  reset(): void {
    this.stop();
    this.isInstalled = true;
    this.store.clear();
    this.queue.clear();
    this.webTriggers.restore([]);
    this.kvsRate.clear();
    this.panels.restore();
    this.realtime.clear();
    Object.assign(this.switches, FORGE_SWITCHES, this.options.switches);
  }

  stop(): void {
    this.stopSchedules();
    this.functions.stop();
  }

  /** As after a deployment. */
  startSchedules(): void {
    this.stopSchedules();
    this.stopSchedules = startSchedules(this.options.clock, this.current.schedules, async (schedule) => {
      const runs = this.switches.schedulesRunTwice ? [schedule, schedule] : [schedule];
      await Promise.allSettled(runs.map((each) => this.calls.schedule(each)));
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
      mayActAsApp: () => this.options.clock.now() >= this.installedAt + this.switches.asAppRefusedMs,
      kill: (invocation) => {
        this.functions.kill(invocation);
      },
    });
  }
}
