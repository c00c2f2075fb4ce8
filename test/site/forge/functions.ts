import type { Clock } from '../clock';
import { uuidOf } from '../random';
import type { Randomness } from '../random';
import type { HostedCode } from './hosted-code';
import type { Invocation, Platform } from './invocation';
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

export interface FunctionsOptions {
  clock: Clock;
  manifest: () => AppManifest;
  platform: Platform;
  random: Randomness;
  hosted: HostedCode;
}

/** The app's functions as one installation calls them. */
export class Functions {
  private readonly rate: InvocationRate;
  private readonly options: FunctionsOptions;

  constructor(options: FunctionsOptions) {
    this.options = options;
    this.rate = new InvocationRate(options.clock);
  }

  /**
   * Runs a function once and writes down that it failed, if so.
   * @throws FunctionTimeout, InvocationRateLimit, or whatever the function throws
   */
  async run(run: Run, args: unknown[]): Promise<unknown> {
    const { clock, hosted, manifest, platform, random } = this.options;
    const declared = manifest().functions.get(run.functionKey);
    if (!declared) throw new Error(`There is no function ${run.functionKey}`);
    const limitSeconds = MODULE_KINDS[run.moduleType].limitSeconds(declared.timeoutSeconds);
    const deadline = clock.now() + limitSeconds * 1000;
    const invocation: Invocation = { ...run, platform, id: uuidOf(random), deadline, calls: 0, lines: 0 };
    try {
      this.rate.count(run.user);
      return await hosted.instances.run(invocation, declared.handler, args);
    } catch (error) {
      hosted.log('error', `${run.functionKey} failed: ${messageOf(error)}`);
      throw error;
    }
  }

  isIdle(): boolean {
    return this.options.hosted.instances.isIdle();
  }

  /** Ends one invocation like a process. */
  kill(invocation: Invocation): void {
    this.options.hosted.instances.kill(invocation, new Error('The function was killed.'));
  }

  /** Ends all that runs; the next invocation loads the app anew. */
  stop(): void {
    this.options.hosted.instances.killAll();
    this.rate.clear();
  }
}
