import type { Clock } from '../clock';
import type { AppLogLine, Journal } from '../journal';
import type { Randomness } from '../random';
import { AppCode } from './app-code';
import type { Bundler } from './bundle';
import { Instances } from './instances';
import type { Invocation } from './invocation';
import type { AppManifest } from './manifest';

/** Lines that an invocation may log; the cloud counts them for each minute that it runs. */
const MOST_LINES = 100;

export interface HostedCodeOptions {
  clock: Clock;
  journal: Journal;
  bundler: Bundler;
  /** Where the app draws its chances from, if not from Node. */
  random?: Randomness;
}

/**
 * The app's functions, bundled, with the instances that they run on. All installations of an app share them: what
 * one left in the memory of a warm instance is there when the next is served.
 */
export class HostedCode {
  readonly instances: Instances;
  private code = new AppCode('');
  private folder = '';
  private readonly options: HostedCodeOptions;

  constructor(options: HostedCodeOptions) {
    this.options = options;
    const { clock, random } = options;
    this.instances = new Instances(clock, () => ({
      code: this.code,
      clock,
      appFolder: this.folder,
      ...(random && { random }),
      log: (level, text, invocation) => {
        this.logLine(level, text, invocation);
      },
    }));
  }

  /** Bundles the app of this manifest; from now on it runs like that. */
  async load(manifest: AppManifest): Promise<void> {
    this.code = new AppCode(await this.options.bundler.functions(manifest));
    this.folder = manifest.folder;
    this.instances.makeCold();
  }

  /** Writes a line into the log, in the app's name. */
  log(level: AppLogLine['level'], text: string): void {
    const { clock, journal } = this.options;
    journal.recordAppLine({ at: new Date(clock.now()).toISOString(), level, text });
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
}
