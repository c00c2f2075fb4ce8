import { Automation } from './automation/automation';
import type { AutomationData } from './automation/rule';
import type { Clock } from './clock';
import { Faults } from './forge/faults';
import type { CallTargetName, Latency } from './forge/faults';
import { declaredFields } from './forge/custom-fields';
import { quickBundler } from './forge/bundle';
import { forgeBundler } from './forge/forge-bundle';
import { Forge } from './forge/forge';
import type { ForgeOptions, ForgeSnapshot } from './forge/forge-options';
import { createIncode } from './incode/incode';
import type { Incode } from './incode/incode';
import { createJira } from './jira/jira';
import type { Jira } from './jira/jira';
import type { RefusalBy } from './jira/jira-site';
import { Journal } from './journal';
import type { Randomness } from './random';
import { siteRoutes } from './routes';
import type { Serve } from './server';
import { siteState } from './site-state';
import type { SiteSwitches } from './switches';
import { buildPages } from './web/build';

export interface SiteOptions {
  /** Folder of the Forge app; by default the current one. */
  app?: string;
  /** 0, the default, is any free port. */
  port?: number;
  /** File to keep what is stored in. Where it exists, the site starts from it and is not seeded. */
  state?: string;
  /** Recorded only: the code that seeds the site reads it. */
  empty?: boolean;
  /** Milliseconds for each platform call, by target; `queue` is also what a delivery takes. */
  latency?: Latency;
  /** Hosts what Forge's own bundler makes of the app; it has to be installed in `test/forge-tooling`. */
  forgeBundle?: boolean;
  /** For people: the pages are built at the start, and the app anew when its files change. */
  interactive?: boolean;
  /** How the site behaves where that is unconfirmed, or where things go wrong; from the start, and after every reset. */
  switches?: SiteSwitches;
  /** Runs after the start and after every reset. */
  seed?: (site: LocalSite) => Promise<void>;
}

/** All that a site holds, to go back to. */
export interface SiteSnapshot {
  offset: number;
  jira: unknown;
  incode: unknown;
  forge: ForgeSnapshot;
  /** Missing in older state files. */
  automation?: AutomationData;
}

/** What differs between `Site`, which is served, and `ScheduledSite`, which tests run. */
export interface SiteParts {
  options: SiteOptions;
  clock: Clock;
  random: Randomness;
  /** Whether the app draws its chances from `random` too. */
  isSeeded: boolean;
  /** Milliseconds that a call takes, given what `options` set for it. */
  latency: (setMs: number) => number;
  /** Where it is served, without a slash at the end. */
  url: string;
  changed: () => void;
}

/** A Forge app on an emulated platform, with a Jira and an Incode around it. */
export abstract class LocalSite {
  readonly url: string;
  readonly clock: Clock;
  readonly journal = new Journal();
  readonly faults: Faults;
  readonly jira: Jira;
  readonly incode: Incode;
  readonly forge: Forge;
  readonly automation: Automation;
  readonly options: SiteOptions;
  readonly serve: Serve;
  /** Other installations of the app, which share its warm instances. */
  readonly elsewhere: Forge[] = [];
  private readonly parts: SiteParts;
  private readonly forgeOptions: ForgeOptions;

  /** @throws ManifestError for an app that cannot be hosted */
  constructor(parts: SiteParts) {
    const { changed, clock, options, random, url } = parts;
    this.parts = parts;
    this.options = options;
    this.clock = clock;
    this.url = url;
    this.faults = new Faults(clock, (target) => parts.latency(this.setLatency(target)));
    const { jira = {}, incode = {}, ...forge } = options.switches ?? {};
    const complain = (text: string): void => {
      this.journal.recordAppLine({ at: new Date(clock.now()).toISOString(), level: 'error', text });
    };
    const refusalBy: RefusalBy = (key, request) => this.forge.validators.refusalBy(key, request);
    this.jira = createJira({
      clock,
      random,
      changed,
      complain,
      refusalBy,
      appFields: () => declaredFields(this.forge.manifest, this.forge.installation),
      baseUrl: url,
      switches: jira,
    });
    this.incode = createIncode({
      clock,
      random,
      changed,
      baseUrl: url,
      switches: incode,
      post: (address, init) => this.post(address, init),
    });
    this.forgeOptions = {
      app: options.app ?? process.cwd(),
      clock,
      journal: this.journal,
      faults: this.faults,
      random,
      isSeeded: parts.isSeeded,
      queueLatency: () => parts.latency(this.setLatency('queue')),
      bundler: options.forgeBundle ? forgeBundler() : quickBundler,
      jira: this.jira,
      world: (request) => this.outside(request),
      baseUrl: url,
      changed,
      switches: forge,
    };
    this.forge = new Forge(this.forgeOptions);
    this.automation = this.createAutomation();
    let pages: Promise<string> | undefined;
    this.serve = siteRoutes(this, () => (pages ??= buildPages()));
  }

  /** Serves a request without a socket. */
  async fetch(request: Request): Promise<Response> {
    return this.serve(request, {});
  }

  /** Moves the clock on by `ms`, and with it all that waits. */
  abstract advance(ms: number): Promise<void>;

  /**
   * Installs the app on another Jira site as well, until the next reset: with nothing stored, and with the warm
   * instances of the first, as the cloud does.
   */
  async installElsewhere(): Promise<Forge> {
    const { clock, random, url } = this.parts;
    const jira = createJira({
      clock,
      random,
      changed: () => undefined,
      appFields: () => declaredFields(other.manifest, other.installation),
      baseUrl: url,
    });
    const number = this.elsewhere.length + 1;
    const other = new Forge({ ...this.forgeOptions, jira, hosted: this.forge.hosted, number });
    this.elsewhere.push(other);
    await other.load();
    await other.tellOf('avi:forge:installed:app');
    return other;
  }

  /** What `GET /site/state` shows. */
  state(): object {
    return siteState(this);
  }

  /** Back to the seed, in the time of the start; what runs is stopped. */
  async reset(): Promise<void> {
    this.clear();
    this.jira.reset();
    this.incode.reset();
    this.forge.startSchedules();
    await this.begin();
    this.parts.changed();
  }

  snapshot(): SiteSnapshot {
    const { automation, clock, forge, incode, jira } = this;
    return {
      offset: clock.offset(),
      jira: jira.snapshot(),
      incode: incode.snapshot(),
      forge: forge.snapshot(),
      automation: automation.snapshot(),
    };
  }

  protected restore(kept: SiteSnapshot): void {
    this.jira.restore(kept.jira);
    this.incode.restore(kept.incode);
    this.forge.restore(kept.forge);
    this.automation.restore(kept.automation);
  }

  /** Ends all that runs or waits, and forgets what went wrong and what happened. */
  protected clear(): void {
    for (const each of [...this.elsewhere.splice(0), this.forge]) each.reset();
    this.automation.reset();
    this.clock.reset();
    this.faults.clear();
    this.journal.clear();
  }

  /** @throws what the app's own trigger throws when it is told that it was installed */
  protected async begin(): Promise<void> {
    await this.forge.tellOf('avi:forge:installed:app');
    await this.options.seed?.(this);
  }

  private createAutomation(): Automation {
    return new Automation({
      clock: this.clock,
      changed: this.parts.changed,
      jira: this.jira,
      actions: () => this.forge.manifest.actions,
      runAction: (call) => this.forge.actions.run(call),
    });
  }

  private setLatency(target: CallTargetName): number {
    const { latency = {} } = this.options;
    return latency[target] ?? (target === 'egress' ? latency.incode : undefined) ?? 0;
  }

  /** The only hosts of the world that exist here are Incode's. */
  private outside(request: Request): Promise<Response> | undefined {
    const { api, hosts } = this.incode;
    return hosts.includes(new URL(request.url).hostname) ? Promise.resolve(api.fetch(request)) : undefined;
  }

  /** Webhooks of Incode's: to this site without a socket, as they are to anywhere else. */
  private async post(url: string, init: RequestInit): Promise<Response> {
    const latency = this.parts.latency(0);
    if (latency > 0) await this.clock.sleep(latency);
    if (!url.startsWith(`${this.url}/`)) return fetch(url, init);
    const headers = init.headers instanceof Headers ? [...init.headers] : Object.entries(init.headers ?? {});
    return this.serve(new Request(url, init), { rawHeaders: headers.flat() as string[] });
  }
}
