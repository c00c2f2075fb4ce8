import type { Clock } from '../clock';
import type { Jira } from '../jira/jira';
import type { Journal } from '../journal';
import { bridgeContext, functionContext } from './context';
import type { Place } from './context';
import type { OutsideWorld } from './egress';
import type { Faults } from './faults';
import { Frames } from './frames';
import { Functions } from './functions';
import type { Installation } from './invocation';
import { createKvsApi } from './kvs/kvs';
import { Entities } from './kvs/entities';
import { Store } from './kvs/store';
import type { StoreSnapshot } from './kvs/store';
import { readManifest } from './manifest';
import type { AppManifest } from './manifest';
import { Queue } from './queue';
import type { QueueSnapshot } from './queue';
import { Realtime } from './realtime';
import { callResolver } from './resolvers';
import type { InvokeAnswer } from './resolvers';
import { runtimeOf } from './runtime';
import { startSchedules } from './schedules';
import { Seam } from './seam';
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
  jira: Jira;
  world: OutsideWorld;
  /** Where the site is reached, without a slash at the end. */
  baseUrl: () => string;
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
  private readonly functions: Functions;
  private current: AppManifest;
  private stopSchedules = (): void => undefined;
  private readonly options: ForgeOptions;

  /** @throws ManifestError where the app cannot be hosted */
  constructor(options: ForgeOptions) {
    this.options = options;
    const { app, changed, clock, journal } = options;
    const switches = { ...FORGE_SWITCHES, ...options.switches };
    this.current = readManifest(app);
    this.installation = installationOf(this.current);
    const manifest = (): AppManifest => this.current;
    this.store = new Store(new Entities(() => this.current.entities), { ...switches, clock });
    this.kvs = createKvsApi(this.store, changed);
    this.queue = new Queue({
      clock,
      changed,
      hasConsumer: (queueName) => this.current.consumers.some((consumer) => consumer.queue === queueName),
      consume: (event, queueName) => this.consume(event, queueName),
    });
    this.realtime = new Realtime({ clock, signingWithoutUser: switches.realtimeSigningWithoutUser });
    this.webTriggers = new WebTriggers({
      ...options,
      manifest,
      run: (trigger, request) => this.run('webtrigger', trigger, request),
    });
    this.frames = new Frames(manifest);
    const seam = this.createSeam(manifest);
    this.functions = new Functions({
      clock,
      journal,
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

  /** Reads and bundles the app as it is in its folder now. */
  async load(): Promise<void> {
    this.current = readManifest(this.options.app);
    this.frames.forget();
    await this.functions.load();
    this.startSchedules();
  }

  /** Tells the app that it has been installed. */
  async install(): Promise<void> {
    const { appId, appVersion, environmentId, installationId } = this.installation;
    for (const trigger of this.current.lifecycle) {
      if (!trigger.events.includes('avi:forge:installed:app')) continue;
      const event = {
        id: installationId,
        installerAccountId: this.options.jira.accountId('admin'),
        app: { id: appId, version: appVersion },
        environment: { id: environmentId },
        eventType: 'avi:forge:installed:app',
        selfGenerated: false,
      };
      await this.run('trigger', trigger, event).catch(() => undefined);
    }
  }

  /** What `invoke()` of the bridge comes to. */
  invoke(place: Place, functionKey: string, payload: unknown): Promise<InvokeAnswer> {
    const siteUrl = this.options.baseUrl();
    return callResolver(this.functions, this.installation, siteUrl, { place, functionKey, payload });
  }

  /** What `getContext()` of the bridge answers. */
  context(place: Place): object {
    return bridgeContext(place, this.installation, this.current, this.options.baseUrl());
  }

  /** Runs a schedule now; `undefined` where the manifest has none of this key. */
  runSchedule(key: string): Promise<unknown> | undefined {
    const schedule = this.current.schedules.find((each) => each.key === key);
    return schedule && this.runScheduled(schedule);
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
  }

  stop(): void {
    this.stopSchedules();
    this.functions.stop();
  }

  /** Each schedule runs for the first time one interval from now. */
  startSchedules(): void {
    this.stopSchedules();
    this.stopSchedules = startSchedules(this.options.clock, this.current.schedules, (schedule) =>
      this.runScheduled(schedule).catch(() => undefined),
    );
  }

  private createSeam(manifest: () => AppManifest): Seam {
    return new Seam({
      ...this.options,
      manifest,
      kvs: (request) => this.kvs.fetch(request),
      realtime: (request, invocation) => this.realtime.handle(request, invocation),
      queue: (request) => this.queue.handle(request),
      graphql: (request) => this.answerStargate(request),
    });
  }

  private answerStargate(request: Request): Response | Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === '/graphql') return this.webTriggers.handle(request);
    // Reported accounts are all active here: https://developer.atlassian.com/platform/forge/user-privacy-guidelines/
    if (pathname === '/app/report-accounts') return new Response(null, { status: 204 });
    return Response.json({ message: `This site does not serve ${pathname}` }, { status: 404 });
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
    moduleType: string,
    module: { key: string; function: string },
    event: object,
  ): Promise<unknown> {
    const run = { functionKey: module.function, moduleKey: module.key, moduleType };
    return this.functions.run(run, [event, functionContext(this.installation)]);
  }
}

/** The same on every start, so that what a state file holds stays valid. */
function installationOf(manifest: AppManifest): Installation {
  return {
    appId: manifest.appId,
    appVersion: '1.0.0',
    cloudId: '9f2c41f7-7f5c-4d1e-8f67-3b0a6f1f2e55',
    environmentId: '4d0b9c5e-2a37-4d0a-9a70-6de0c5a1b7d2',
    installationId: 'c1f4a7e2-93d6-4b7e-8f1a-2e6b0d5c9a84',
  };
}
