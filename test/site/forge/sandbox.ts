import { Console } from 'node:console';
import { EventEmitter } from 'node:events';
import { createRequire, isBuiltin } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { Writable } from 'node:stream';
import { format } from 'node:util';
import type { Clock } from '../clock';
import type { AppLogLine } from '../journal';
import type { Randomness } from '../random';
import { siteDate } from '../site-date';
import { realm } from './realm';
import { seededCrypto, seededGlobals } from './sandbox-chance';
import { sandboxTimers } from './sandbox-timers';

/** What an instance can reach of the world. */
export interface SandboxServices {
  appFolder: string;
  clock: Clock;
  log: (level: AppLogLine['level'], text: string) => void;
  fetch: typeof fetch;
  /** Where the app's chances come from, if not from Node. */
  random?: Randomness;
  /** Runs a timer's callback. */
  fire: (callback: () => void) => void;
  /** What `process.exit()` does instead of ending the site. */
  exit: (code?: number | string) => never;
  /** Whether the instance was killed; its timers then do nothing. */
  isDead: () => boolean;
}

const NETWORK_MODULES = new Set([
  'http',
  'https',
  'http2',
  'net',
  'tls',
  'dgram',
  'child_process',
  'worker_threads',
  'cluster',
]);

/** The globals that differ from instance to instance, by name; everything else is Node's own. */
export function sandboxGlobals(services: SandboxServices): Record<string, unknown> {
  const { globals, modules } = sandboxTimers(services);
  const process = ownProcess(services.exit);
  const replaced = {
    ...modules,
    process,
    ...(services.random && { crypto: seededCrypto(services.random) }),
  };
  const own: Record<string, unknown> = {
    Date: siteDate(realm.Date, () => services.clock.now()),
    AbortSignal: clockedAbortSignal(services),
    console: consoleOf(services.log),
    fetch: services.fetch,
    process,
    require: requireOf(services.appFolder, replaced),
    // A way around the list of allowed hosts; the cloud has none.
    WebSocket: undefined,
    EventSource: undefined,
    ...globals,
    ...(services.random && seededGlobals(services.random)),
  };
  const global = Object.assign(Object.create(nodeGlobals) as object, own);
  return Object.assign(own, { global, globalThis: global });
}

/** Reads through to Node's globals; what an instance assigns stays with it. */
const nodeGlobals: object = Object.getOwnPropertyNames(realm).reduce(
  (shared, name) =>
    Object.defineProperty(shared, name, {
      configurable: true,
      get: () => realm[name as keyof typeof realm] as unknown,
      set(this: object, value: unknown) {
        Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true });
      },
    }),
  {},
);

/**
 * Node's process, whose environment holds the app's variables alone; what an instance listens to there stays with it,
 * and when it ends its process, the site goes on.
 */
function ownProcess(exit: SandboxServices['exit']): object {
  const own = { env: appVariables(), exit, reallyExit: exit, abort: exit, kill: exit };
  // The listeners of an emitter are fields of its own; a code that is set must not become the site's.
  const fields = Object.assign(Object.create(realm.process) as object, new EventEmitter(), own);
  return Object.defineProperty(fields, 'exitCode', { value: undefined, writable: true });
}

const VARIABLE = 'FORGE_USER_VAR_';

/**
 * What `forge variables set` would give the app, as `forge tunnel` takes it from the environment.
 * @see https://developer.atlassian.com/platform/forge/environments-and-versions/
 */
function appVariables(): Record<string, string> {
  const named = Object.entries(process.env).filter(([name]) => name.startsWith(VARIABLE));
  return Object.fromEntries(named.map(([name, value = '']) => [name.slice(VARIABLE.length), value]));
}

function clockedAbortSignal({ clock }: SandboxServices): typeof AbortSignal {
  const timeout = (delayMs: number): AbortSignal => {
    const controller = new realm.AbortController();
    clock.after(delayMs, () => {
      controller.abort(new realm.DOMException('The operation was aborted due to timeout', 'TimeoutError'));
    });
    return controller.signal;
  };
  return new Proxy(realm.AbortSignal, {
    get: (target, name, receiver) =>
      name === 'timeout' ? timeout : (Reflect.get(target, name, receiver) as unknown),
  });
}

/** Node's console, which prints into the log. */
function consoleOf(log: SandboxServices['log']): Console {
  const at =
    (level: AppLogLine['level']) =>
    (...args: unknown[]) => {
      log(level, format(...args));
    };
  const printed = (level: AppLogLine['level']): Writable =>
    new Writable({
      decodeStrings: false,
      write: (text: string, _, done) => {
        log(level, text.replace(/\n$/, ''));
        done();
      },
    });
  return Object.assign(new Console(printed('info'), printed('error')), {
    debug: at('debug'),
    trace: at('debug'),
    log: at('info'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
  });
}

function requireOf(appFolder: string, replaced: Record<string, unknown>): (name: string) => unknown {
  const real = createRequire(path.join(appFolder, 'package.json'));
  return (name) => {
    const plain = name.replace(/^node:/, '');
    if (!isBuiltin(plain)) throw new Error(`Cannot find module '${name}'`);
    if (Object.hasOwn(replaced, plain)) return replaced[plain];
    return NETWORK_MODULES.has(plain) ? refusing(plain) : (real(name) as unknown);
  };
}

/** Can be imported, since some libraries do so without need, but not used. */
function refusing(name: string): unknown {
  return new Proxy(
    {},
    {
      get: (_, member) =>
        function refused(): never {
          throw new Error(`${name}.${String(member)}: an app reaches other hosts by fetch only.`);
        },
    },
  );
}
