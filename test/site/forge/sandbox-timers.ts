import timers from 'node:timers';
import timersPromises from 'node:timers/promises';
import { promisify } from 'node:util';
import { untilAborted } from '../abort';
import type { Cancel } from '../clock';
import type { SandboxServices } from './sandbox';

type TimerServices = Pick<SandboxServices, 'clock' | 'fire' | 'isDead'>;

/**
 * A timer of an instance.
 * @see https://nodejs.org/api/timers.html#class-timeout
 */
class SiteTimeout {
  private readonly services: TimerServices;
  private readonly delayMs: number;
  private readonly repeats: boolean;
  private readonly run: () => void;
  private cancel: Cancel = () => undefined;

  constructor(services: TimerServices, delayMs: number, repeats: boolean, run: () => void) {
    this.services = services;
    this.delayMs = Math.max(1, delayMs);
    this.repeats = repeats;
    this.run = run;
  }

  refresh(): this {
    const { clock, fire, isDead } = this.services;
    this.cancel();
    this.cancel = clock.after(this.delayMs, () => {
      if (isDead()) return;
      if (this.repeats) this.refresh();
      fire(this.run);
    });
    return this;
  }

  close(): this {
    this.cancel();
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  hasRef(): boolean {
    return true;
  }
}

/** Node's timers on the site's clock: the globals, and the modules that have them too. */
export function sandboxTimers(services: TimerServices) {
  const starter =
    (repeats: boolean) =>
    (callback: (...args: unknown[]) => void, delayMs = 0, ...args: unknown[]) =>
      new SiteTimeout(services, delayMs, repeats, () => {
        callback(...args);
      }).refresh();
  const stop = (timer: unknown): void => {
    if (timer instanceof SiteTimeout) timer.close();
  };
  const sleep = (delayMs?: number, value?: unknown, { signal }: { signal?: AbortSignal } = {}) => {
    const slept = new Promise((resolve) => globals.setTimeout(resolve, delayMs, value));
    return signal ? untilAborted(signal, slept) : slept;
  };
  const globals = {
    setTimeout: Object.assign(starter(false), { [promisify.custom]: sleep }),
    setInterval: starter(true),
    clearTimeout: stop,
    clearInterval: stop,
  };
  const promises = { ...timersPromises, setTimeout: sleep };
  return { globals, modules: { timers: { ...timers, ...globals, promises }, 'timers/promises': promises } };
}
