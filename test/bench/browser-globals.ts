import { webcrypto } from 'node:crypto';
import { siteDate } from 'local-site/site-date';
import type { Cancel, Clock } from 'local-site/clock';

/** What an app's frontend finds around it in a browser whose page is looked at and never touched, on the site's clock. */
export function browserGlobals(
  clock: Clock,
  callBridge: (command: string, data: unknown) => Promise<unknown>,
  fetchFile: (path: string) => Promise<Response>,
): object {
  const page = { addEventListener: () => undefined, removeEventListener: () => undefined };
  const globals = {
    ...page,
    ...timersOn(clock),
    console,
    crypto: webcrypto,
    setImmediate,
    fetch: fetchFile,
    Date: siteDate(Date, () => clock.now()),
    document: { ...page, visibilityState: 'visible' },
    __bridge: { callBridge },
  };
  return Object.assign(globals, { self: globals, window: globals });
}

function timersOn(clock: Clock): object {
  const timers = new Map<number, Cancel>();
  let lastId = 0;
  const start = (id: number, run: () => void, ms: number, repeats: boolean): number => {
    const ring = () => {
      if (repeats) start(id, run, ms, repeats);
      run();
    };
    timers.set(id, clock.after(ms, ring));
    return id;
  };
  const clear = (id: number) => {
    timers.get(id)?.();
    timers.delete(id);
  };
  return {
    setTimeout: (run: () => void, ms = 0) => start(++lastId, run, ms, false),
    setInterval: (run: () => void, ms = 0) => start(++lastId, run, ms, true),
    clearTimeout: clear,
    clearInterval: clear,
  };
}
