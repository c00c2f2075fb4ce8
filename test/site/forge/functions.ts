import type { Clock } from '../clock';
import type { AppLogLine, Journal } from '../journal';
import { uuidOf } from '../random';
import type { Randomness } from '../random';
import { AppCode } from './app-code';
import type { Bundler } from './bundle';
import { Instances } from './instances';
import type { Platform } from './instance';
import type { Invocation } from './invocation';
import { InvocationRate } from './invocation-rate';
import type { SiteUser } from './jira-port';
import type { AppManifest } from './manifest';
import { MODULE_KINDS } from './modules/registry';
import type { ModuleType } from './modules/registry';
import { messageOf } from './realm';

/** Which function is to run, for which module, and for whom. */
export interface Run {
  functionKey: string;
  moduleKey: string;
  moduleType: ModuleType;
  user?: SiteUser;
  extension?: Record<string, unknown>;
}

/** Lines that an invocation may log; the cloud counts them for each minute that it runs. */
const MOST_LINES = 100;

export interface FunctionsOptions {
  clock: Clock;
  journal: Journal;
  manifest: () => AppManifest;
  platform: Platform;
  bundler: Bundler;
  random: Randomness;
  /** Whether the app draws its chances from `random` too. */
  isSeeded: boolean;
}

/** The app's functions, bundled, and run on instances. */
export class Functions {
  private readonly instances: Instances;
  private readonly rate: InvocationRate;
  private code = new AppCode('');

  private readonly options: FunctionsOptions;

  constructor(options: FunctionsOptions) {
    this.options = options;
    const { clock, isSeeded, manifest, platform, random } = options;
    this.rate = new InvocationRate(clock);
    this.instances = new Instances(clock, () => ({
      code: this.code,
      platform,
      clock,
      appFolder: manifest().folder,
      ...(isSeeded && { random }),
      log: (level, text, invocation) => {
        this.logLine(level, text, invocation);
      },
    }));
  }

  /** Bundles the app of this manifest; from now on it runs like that. */
  async load(manifest: AppManifest): Promise<void> {
    this.code = new AppCode(await this.options.bundler.functions(manifest));
    this.makeCold();
  }

  /**
   * Runs a function once and writes down that it failed, if so.
   * @throws FunctionTimeout, InvocationRateLimit, or whatever the function throws
   */
  async run(run: Run, args: unknown[]): Promise<unknown> {
    const declared = this.options.manifest().functions.get(run.functionKey);
    if (!declared) throw new Error(`There is no function ${run.functionKey}`);
    const limitSeconds = MODULE_KINDS[run.moduleType].limitSeconds(declared.timeoutSeconds);
    const deadline = this.options.clock.now() + limitSeconds * 1000;
    const id = uuidOf(this.options.random);
    const invocation: Invocation = { ...run, id, deadline, calls: 0, lines: 0 };
    try {
      this.rate.count(run.user);
      return await this.instances.run(invocation, declared.handler, args);
    } catch (error) {
      this.log('error', `${run.functionKey} failed: ${messageOf(error)}`);
      throw error;
    }
  }

  isIdle(): boolean {
    return this.instances.isIdle();
  }

  /** The next invocations load the app anew. */
  makeCold(): void {
    this.instances.makeCold();
  }

  /** Ends one invocation like a process. */
  kill(invocation: Invocation): void {
    this.instances.kill(invocation, new Error('The function was killed.'));
  }

  /** Ends all that runs; the next invocation loads the app anew. */
  stop(): void {
    this.instances.killAll();
    this.rate.clear();
  }

  private logLine(level: AppLogLine['level'], text: string, invocation: Invocation | undefined): void {
    const lines = invocation ? ++invocation.lines : 0;
    if (lines <= MOST_LINES) this.log(level, text);
    else if (lines === MOST_LINES + 1)
      this.log(
        'warn',
        `${invocation?.functionKey ?? ''} logs more than ${MOST_LINES} lines: the rest is lost.`,
      );
  }

  private log(level: AppLogLine['level'], text: string): void {
    const { clock, journal } = this.options;
    journal.recordAppLine({ at: new Date(clock.now()).toISOString(), level, text });
  }
}
