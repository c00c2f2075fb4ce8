import { Clock } from './clock';
import type { Cancel } from './clock';
import { Live } from './doors/live';
import { Faults } from './forge/faults';
import type { Latency } from './forge/faults';
import { Forge } from './forge/forge';
import type { ForgeSnapshot } from './forge/forge';
import { messageOf } from './forge/realm';
import type { ForgeSwitches } from './forge/switches';
import { createIncode } from './incode/incode';
import type { Incode } from './incode/incode';
import { createJira } from './jira/jira';
import type { Jira } from './jira/jira';
import { Journal } from './journal';
import { siteRoutes } from './routes';
import { listen } from './server';
import type { Listening, Serve } from './server';
import { siteState } from './site-state';
import { StateFile } from './state-file';
import { buildPages } from './web/build';
import { watchApp } from './watch';

export interface SiteOptions {
  /** Folder of the Forge app; by default the current one. */
  app?: string;
  /** 0, the default, is any free port. */
  port?: number;
  /** File to keep what is stored in. Where it exists, the site starts from it and is not seeded. */
  state?: string;
  /** Only recorded, for whoever seeds the site. */
  empty?: boolean;
  /** Extra milliseconds for each platform call, by target. */
  latency?: Latency;
  /** For people: the pages are built at the start, and the app anew when its files change. */
  interactive?: boolean;
  /** Unconfirmed facts, either way. */
  switches?: Partial<ForgeSwitches>;
  /** Runs after the start and after every reset. */
  seed?: (site: Site) => Promise<void>;
}

interface Snapshot {
  offset: number;
  jira: unknown;
  incode: unknown;
  forge: ForgeSnapshot;
}

const PATIENCE_MS = 250;
/** How long changes are gathered before pages are told. */
const GATHER_MS = 20;

/**
 * Serves a Forge app, with a Jira and an Incode around it, on one port of this machine.
 * @throws ManifestError or esbuild's BuildFailure for an app that cannot be hosted; Error for a port in use
 */
export async function startSite(options: SiteOptions = {}): Promise<Site> {
  let serve: Serve = () => new Response('Starting', { status: 503 });
  const listening = await listen(options.port ?? 0, (request, arrival) => serve(request, arrival));
  try {
    const site = new Site(options, listening);
    serve = (request, arrival) => site.serve(request, arrival);
    await site.start();
    return site;
  } catch (error) {
    await listening.close();
    throw error;
  }
}

/** A local site, made by `startSite`. */
export class Site {
  /** Where it is served, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  readonly clock = new Clock();
  readonly journal = new Journal();
  readonly faults: Faults;
  readonly jira: Jira;
  readonly incode: Incode;
  readonly forge: Forge;
  readonly options: SiteOptions;
  readonly serve: Serve;
  private readonly listening: Listening;
  private readonly live: Live;
  private readonly stateFile: StateFile | undefined;
  private stopWatching: Cancel = () => undefined;
  private telling: NodeJS.Timeout | undefined;

  constructor(options: SiteOptions, listening: Listening) {
    this.options = options;
    this.listening = listening;
    this.port = listening.port;
    this.url = `http://localhost:${this.port}`;
    this.faults = new Faults(this.clock, options.latency ?? {});
    const { clock, faults, journal } = this;
    const changed = (): void => {
      this.changed();
    };
    const baseUrl = this.url;
    this.jira = createJira({ clock, changed, baseUrl });
    this.incode = createIncode({ clock, changed, baseUrl, post: (url, init) => this.post(url, init) });
    this.forge = new Forge({
      app: options.app ?? process.cwd(),
      clock,
      journal,
      faults,
      jira: this.jira,
      world: (request) => this.outside(request),
      baseUrl: () => this.url,
      changed,
      ...(options.switches && { switches: options.switches }),
    });
    this.live = new Live(listening.server, this);
    clock.onChange((offset) => {
      this.live.tell({ type: 'clock', offset });
    });
    if (options.state !== undefined) this.stateFile = new StateFile(options.state, () => this.snapshot());
    let pages: Promise<string> | undefined;
    this.serve = siteRoutes(this, () => (pages ??= buildPages()));
  }

  /** Called once, by `startSite`. */
  async start(): Promise<void> {
    const { app = process.cwd(), interactive } = this.options;
    const kept = this.stateFile?.read() as Snapshot | undefined;
    if (kept) await this.clock.advance(kept.offset);

    await this.forge.load();
    if (kept) this.restore(kept);
    else await this.begin();
    if (!interactive) return;
    const stopWatching = watchApp(app, () => void this.rebuild());
    // A promise that the app left alone ends one of its instances in the cloud, and must not end this process.
    const uncaught = (error: unknown): void => {
      this.complain(`Unhandled rejection: ${messageOf(error)}`);
    };
    process.on('unhandledRejection', uncaught);
    this.stopWatching = () => {
      process.off('unhandledRejection', uncaught);
      stopWatching();
    };
    await this.fetch(new Request(`${this.url}/phone`));
  }

  /** Serves a request without a socket. */
  async fetch(request: Request): Promise<Response> {
    return this.serve(request, {});
  }

  /**
   * Moves the clock on. What runs gets a moment of real time to end first: else the jump would be
   * longer than its time limit.
   */
  async advance(ms: number): Promise<void> {
    const patience = Date.now() + PATIENCE_MS;
    while (!this.forge.isIdle() && Date.now() < patience)
      await new Promise((resolve) => setTimeout(resolve, 5));
    await this.clock.advance(ms);
  }

  /** What `GET /site/state` shows. */
  state(): object {
    return siteState(this);
  }

  /** Back to the seed, in real time; what runs is stopped. */
  async reset(): Promise<void> {
    this.forge.reset();
    this.clock.reset();
    this.faults.clear();
    this.journal.clear();
    this.jira.reset();
    this.incode.reset();
    this.forge.startSchedules();
    await this.begin();
    this.changed();
  }

  async close(): Promise<void> {
    this.stopWatching();
    this.stateFile?.save();
    this.forge.stop();
    this.clock.reset();
    clearTimeout(this.telling);
    this.live.close();
    await this.listening.close();
  }

  private async begin(): Promise<void> {
    await this.forge.install();
    await this.options.seed?.(this);
  }

  private snapshot(): Snapshot {
    const { clock, forge, incode, jira } = this;
    return {
      offset: clock.offset(),
      jira: jira.snapshot(),
      incode: incode.snapshot(),
      forge: forge.snapshot(),
    };
  }

  private restore(kept: Snapshot): void {
    this.jira.restore(kept.jira);
    this.incode.restore(kept.incode);
    this.forge.restore(kept.forge);
  }

  private changed(): void {
    this.stateFile?.saveSoon();
    this.telling ??= setTimeout(() => {
      this.telling = undefined;
      this.live.tell({ type: 'changed' });
    }, GATHER_MS);
  }

  private async rebuild(): Promise<void> {
    try {
      await this.forge.load();
      this.live.tell({ type: 'rebuilt' });
    } catch (error) {
      this.complain(`The app cannot be rebuilt: ${messageOf(error)}`);
    }
  }

  private complain(text: string): void {
    this.journal.recordAppLine({ at: new Date(this.clock.now()).toISOString(), level: 'error', text });
    console.error(text);
  }

  /** The only hosts of the world that exist here are Incode's. */
  private outside(request: Request): Promise<Response> | undefined {
    const { api, hosts } = this.incode;
    return hosts.includes(new URL(request.url).hostname) ? Promise.resolve(api.fetch(request)) : undefined;
  }

  /** Webhooks of Incode's: to this site without a socket, as they are to anywhere else. */
  private async post(url: string, init: RequestInit): Promise<Response> {
    if (!url.startsWith(`${this.url}/`)) return fetch(url, init);
    const headers = init.headers instanceof Headers ? [...init.headers] : Object.entries(init.headers ?? {});
    return this.serve(new Request(url, init), { rawHeaders: headers.flat() as string[] });
  }
}
