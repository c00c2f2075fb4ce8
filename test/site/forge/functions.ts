import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock';
import type { SiteUser } from '../jira/jira';
import type { Journal } from '../journal';
import { bundleFunctions } from './bundle';
import { Instances } from './instances';
import type { Platform } from './instance';
import type { Invocation } from './invocation';
import type { AppManifest } from './manifest';
import { messageOf } from './realm';

/** Which function is to run, for which module, and for whom. */
export interface Run {
  functionKey: string;
  moduleKey: string;
  moduleType: string;
  user?: SiteUser;
  extension?: Record<string, unknown>;
}

/**
 * Seconds. Only consumers and scheduled functions can have another limit, by `timeoutSeconds`.
 * @see https://developer.atlassian.com/platform/forge/platform-quotas-and-limits/
 */
const RESOLVER_LIMIT = 25;
const OTHER_LIMIT = 55;

export interface FunctionsOptions {
  clock: Clock;
  journal: Journal;
  manifest: () => AppManifest;
  platform: Platform;
}

/** The app's functions, bundled, and run on instances. */
export class Functions {
  private readonly instances: Instances;
  private code = '';

  private readonly options: FunctionsOptions;

  constructor(options: FunctionsOptions) {
    this.options = options;
    const { clock, manifest, platform } = options;
    this.instances = new Instances(clock, () => ({
      code: this.code,
      platform,
      clock,
      appFolder: manifest().folder,
      log: (level, text) => {
        this.log(level, text);
      },
    }));
  }

  /** Bundles the app as it is now; from now on it runs like that. */
  async load(): Promise<void> {
    this.code = await bundleFunctions(this.options.manifest());
    this.instances.makeCold();
  }

  /**
   * Runs a function once and writes down that it failed, if so.
   * @throws FunctionTimeout, or whatever the function throws
   */
  async run(run: Run, args: unknown[]): Promise<unknown> {
    const declared = this.options.manifest().functions.get(run.functionKey);
    if (!declared) throw new Error(`There is no function ${run.functionKey}`);
    const limitSeconds = limitOf(run.moduleType, declared.timeoutSeconds);
    const deadline = this.options.clock.now() + limitSeconds * 1000;
    const invocation: Invocation = { ...run, id: randomUUID(), deadline };
    try {
      return await this.instances.run(invocation, declared.handler, args);
    } catch (error) {
      this.log('error', `${run.functionKey} failed: ${messageOf(error)}`);
      throw error;
    }
  }

  isIdle(): boolean {
    return this.instances.isIdle();
  }

  /** Ends all that runs; the next invocation loads the app anew. */
  stop(): void {
    this.instances.killAll();
  }

  private log(level: 'debug' | 'info' | 'warn' | 'error', text: string): void {
    const { clock, journal } = this.options;
    journal.recordAppLine({ at: new Date(clock.now()).toISOString(), level, text });
  }
}

function limitOf(moduleType: string, timeoutSeconds: number | undefined): number {
  if (moduleType === 'consumer' || moduleType === 'scheduledTrigger') return timeoutSeconds ?? OTHER_LIMIT;
  return moduleType === 'webtrigger' ? OTHER_LIMIT : RESOLVER_LIMIT;
}
