import type { AppCode, AppModules } from './app-code';
import type { AppLogLine } from '../journal';
import type { CallTarget, Invocation } from './invocation';
import { copyIntoRealm, messageOf } from './realm';
import { sandboxGlobals } from './sandbox';
import type { SandboxServices } from './sandbox';

export interface InstanceOptions extends Omit<SandboxServices, 'fetch' | 'fire' | 'exit' | 'isDead' | 'log'> {
  code: AppCode;
  log: (level: AppLogLine['level'], text: string, invocation?: Invocation) => void;
}

/** Thrown in place of the app's `process.exit()`. */
export class ProcessExit extends Error {
  override readonly name = 'ProcessExit';

  constructor(code: number | string) {
    super(`The function ended its process with the code ${code}`);
  }
}

/**
 * One loaded copy of the app's functions, with globals and module state of its own. It serves one invocation at a
 * time. Between invocations it is frozen: what it left running goes on with the next one.
 */
export class Instance {
  private current: Invocation | undefined;
  private thaw: (() => void)[] = [];
  private dead = false;
  private modules: AppModules | undefined;

  private readonly options: InstanceOptions;

  constructor(options: InstanceOptions) {
    this.options = options;
  }

  /**
   * Runs the function `handler` (`file.export`) and copies its result as the platform does.
   * @throws whatever the function throws
   */
  async run(invocation: Invocation, handler: string, args: unknown[]): Promise<unknown> {
    this.current = invocation;
    for (const resume of this.thaw.splice(0)) resume();
    try {
      this.modules ??= this.load();
      const run = this.modules.find(handler);
      return copyIntoRealm(await run(...args.map(copyIntoRealm)));
    } finally {
      this.current = undefined;
    }
  }

  /** Called when the app ends its process. */
  exited: (exit: ProcessExit) => void = () => undefined;

  /** Ends it like a process: nothing that it still runs has any effect from now on. */
  kill(): void {
    this.dead = true;
  }

  private load(): AppModules {
    const globals = sandboxGlobals({
      ...this.options,
      log: (level, text) => {
        this.options.log(level, text, this.current);
      },
      fetch: async (input, init) => {
        const invocation = await this.invocation();
        return invocation.platform.fetch(invocation, input, init);
      },
      fire: (callback) => {
        this.fire(callback);
      },
      exit: (code = 0) => {
        const exit = new ProcessExit(code);
        this.exited(exit);
        throw exit;
      },
      isDead: () => this.dead,
    });
    this.install(globals['global'] as object);
    return this.options.code.instantiate(globals);
  }

  private fire(callback: () => void): void {
    try {
      callback();
    } catch (error) {
      this.options.log('error', `Uncaught in a timer: ${messageOf(error)}`);
    }
  }

  private install(global: object): void {
    Object.defineProperties(global, {
      __forge_fetch__: {
        value: async (target: CallTarget, path: string, init?: RequestInit) => {
          const invocation = await this.invocation();
          return invocation.platform.call(invocation, target, path, init);
        },
      },
      __forge_runtime__: { get: () => this.current?.platform.runtime(this.current) },
    });
  }

  private async invocation(): Promise<Invocation> {
    while (this.dead || !this.current) await new Promise<void>((resolve) => this.thaw.push(resolve));
    return this.current;
  }
}
