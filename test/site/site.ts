import { Clock } from './clock';
import type { Cancel } from './clock';
import { Live } from './control-api/live';
import { isMajorChange } from './forge/manifest';
import { manifestWarnings, withValidManifest } from './forge/manifest-validation';
import { messageOf } from './forge/realm';
import { LocalSite } from './local-site';
import type { SiteOptions, SiteSnapshot } from './local-site';
import { trueRandomness } from './random';
import { listen } from './server';
import type { Listening, Serve } from './server';
import { StateFile } from './state-file';
import { watchApp } from './watch';
import { serialized } from './web/serialized';

const ROUND_MS = 5;
/** After this many rounds without a call, a running function can only wait for the clock. */
const QUIET_ROUNDS = 50;
/** How long changes are gathered before pages are told. */
const GATHER_MS = 20;

/**
 * Serves a Forge app, with a Jira and an Incode around it, on one port of this machine.
 * @throws ManifestError or esbuild's BuildFailure for an app that cannot be hosted; PortInUseError
 */
export async function startSite(options: SiteOptions = {}): Promise<Site> {
  let serve: Serve = () => new Response('Starting', { status: 503 });
  const listening = await listen(options.port ?? 0, (request, arrival) => serve(request, arrival));
  let site: Site | undefined;
  try {
    return await withValidManifest(options.app ?? process.cwd(), async () => {
      site = new Site(options, listening);
      serve = (request, arrival) => site?.serve(request, arrival) ?? Response.error();
      await site.start();
      return site;
    });
  } catch (error) {
    await (site ?? listening).close();
    throw error;
  }
}

/** A local site that is served, made by `startSite`. */
export class Site extends LocalSite {
  readonly port: number;
  private readonly listening: Listening;
  private readonly live: Live;
  private stateFile: StateFile | undefined;
  private stopWatching: Cancel = () => undefined;
  private telling: NodeJS.Timeout | undefined;

  constructor(options: SiteOptions, listening: Listening) {
    super({
      options,
      clock: new Clock(),
      random: trueRandomness,
      isSeeded: false,
      latency: (setMs) => setMs,
      url: `http://localhost:${listening.port}`,
      changed: () => {
        this.changed();
      },
    });
    this.listening = listening;
    this.port = listening.port;
    this.live = new Live(listening.server, this);
    this.clock.beforeMoving(() => this.functionsRest());
    this.clock.onChange((offset) => {
      this.live.tell({ type: 'clock', offset });
    });
  }

  /** Called once, by `startSite`. */
  async start(): Promise<void> {
    const { state } = this.options;
    const stateFile = state === undefined ? undefined : new StateFile(state, () => this.snapshot());
    const kept = stateFile?.read() as SiteSnapshot | undefined;
    if (kept) await this.clock.advance(kept.offset);

    await this.forge.load();
    if (kept) this.restore(kept);
    else await this.begin();
    // Only now: the state of a start that failed is not kept.
    this.stateFile = stateFile;
    stateFile?.saveSoon();
    if (this.options.interactive) await this.serveInteractively(this.options.app ?? process.cwd());
  }

  advance(ms: number): Promise<void> {
    return this.clock.advance(ms);
  }

  async close(): Promise<void> {
    this.stopWatching();
    this.stateFile?.save();
    for (const each of [...this.elsewhere, this.forge]) each.stop();
    this.clock.reset();
    clearTimeout(this.telling);
    this.live.close();
    await Promise.all([this.listening.close(), this.forge.frames.stop()]);
  }

  private async serveInteractively(app: string): Promise<void> {
    const stopWatching = watchApp(
      app,
      serialized(() => this.rebuild(app)),
    );
    // In the cloud an unhandled rejection ends one instance of the app; here it must not end the process.
    const uncaught = (error: unknown): void => {
      this.complain(`Unhandled rejection: ${messageOf(error)}`);
    };
    process.on('unhandledRejection', uncaught);
    this.stopWatching = () => {
      process.off('unhandledRejection', uncaught);
      stopWatching();
    };
    for (const warning of await manifestWarnings(app)) console.warn(warning);
    console.log(`The app runs on Node ${process.versions.node}, whatever runtime its manifest names.`);
    await this.fetch(new Request(`${this.url}/phone`));
  }

  /**
   * Until no function runs, or all that run wait for the clock. The time limit of a function counts what it takes,
   * not how far the clock is moved meanwhile. Rounds are counted rather than time, since a busy machine slows both.
   */
  private async functionsRest(): Promise<void> {
    let calls = -1;
    for (let quiet = 0; quiet < QUIET_ROUNDS && !this.forge.isIdle(); quiet++) {
      if (this.journal.calls.length !== calls) quiet = 0;
      calls = this.journal.calls.length;
      await new Promise((resolve) => setTimeout(resolve, ROUND_MS));
    }
  }

  private changed(): void {
    this.stateFile?.saveSoon();
    this.telling ??= setTimeout(() => {
      this.telling = undefined;
      this.live.tell({ type: 'changed' });
    }, GATHER_MS);
  }

  /** Hosts the app as its files are now; only a major version tells it that it was upgraded. */
  private async rebuild(app: string): Promise<void> {
    const startedAt = performance.now();
    try {
      const { manifest } = this.forge;
      await this.forge.load();
      this.live.tell({ type: 'rebuilt' });
      console.log(`Rebuilt in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
      if (isMajorChange(manifest, this.forge.manifest)) await this.forge.tellOf('avi:forge:upgraded:app');
      await withValidManifest(app, () => Promise.resolve());
    } catch (error) {
      this.complain(`The app cannot be rebuilt: ${messageOf(error)}`);
    }
  }

  private complain(text: string): void {
    this.journal.recordAppLine({ at: new Date(this.clock.now()).toISOString(), level: 'error', text });
    console.error(text);
  }
}
