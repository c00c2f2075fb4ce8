import type { Clock } from '../clock';
import { Instance } from './instance';
import type { InstanceOptions } from './instance';
import type { Invocation } from './invocation';

/** The function ran past its time limit, and its instance was thrown away. */
export class FunctionTimeout extends Error {
  override readonly name = 'FunctionTimeout';
}

interface Running {
  invocation: Invocation;
  reject: (error: Error) => void;
}

/** Hands out instances: a warm one if one is idle, else a new one. */
export class Instances {
  private idle: Instance[] = [];
  private readonly busy = new Map<Instance, Running>();
  private generation = 0;
  private readonly clock: Clock;
  private readonly options: () => InstanceOptions;

  constructor(clock: Clock, options: () => InstanceOptions) {
    this.clock = clock;
    this.options = options;
  }

  /**
   * Runs `handler` for `invocation`, until its deadline at most.
   * @throws FunctionTimeout, or whatever the function throws
   */
  async run(invocation: Invocation, handler: string, args: unknown[]): Promise<unknown> {
    const instance = this.idle.pop() ?? new Instance(this.options());
    const { generation } = this;
    let end = (): void => undefined;
    const ended = new Promise<never>((_, reject) => {
      this.busy.set(instance, { invocation, reject });
      instance.exited = (exit) => {
        this.throwAway(instance, exit);
      };
      const limitMs = invocation.deadline - this.clock.now();
      end = this.clock.after(limitMs, () => {
        this.throwAway(
          instance,
          new FunctionTimeout(
            `${invocation.functionKey} timed out after ${Math.round(limitMs / 1000)} seconds`,
          ),
        );
      });
    });
    try {
      return await Promise.race([instance.run(invocation, handler, args), ended]);
    } finally {
      end();
      if (this.busy.delete(instance)) this.putBack(instance, generation);
    }
  }

  isIdle(): boolean {
    return this.busy.size === 0;
  }

  /** The next invocations load the app anew; those that run go on with what they have. */
  makeCold(): void {
    this.generation++;
    for (const instance of this.idle.splice(0)) instance.kill();
  }

  /** Ends one invocation like a process, at once. */
  kill(invocation: Invocation, reason: Error): void {
    for (const [instance, running] of this.busy)
      if (running.invocation === invocation) this.throwAway(instance, reason);
  }

  /** Ends all that runs, at once. */
  killAll(): void {
    this.makeCold();
    for (const instance of [...this.busy.keys()])
      this.throwAway(instance, new Error('The function was stopped.'));
  }

  /** Keeps it warm, unless it is of a time before all were made cold. */
  private putBack(instance: Instance, generation: number): void {
    if (generation === this.generation) this.idle.push(instance);
    else instance.kill();
  }

  private throwAway(instance: Instance, reason: Error): void {
    const running = this.busy.get(instance);
    this.busy.delete(instance);
    instance.kill();
    running?.reject(reason);
  }
}
