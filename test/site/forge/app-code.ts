import vm from 'node:vm';
import { modulePath } from './bundle';

export type Handler = (...args: unknown[]) => unknown;

/** The app's bundled functions, compiled once; each copy of them has globals and module state of its own. */
export class AppCode {
  private readonly text: string;
  private compiled: Handler | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Runs the app's modules against these globals, whose names are the same each time. */
  instantiate(globals: Record<string, unknown>): AppModules {
    const module: { exports: unknown } = { exports: {} };
    this.compiled ??= vm.compileFunction(this.text, [...Object.keys(globals), 'module', 'exports'], {
      filename: 'app.js',
    }) as Handler;
    this.compiled(...Object.values(globals), module, module.exports);
    return new AppModules(module.exports as Record<string, Record<string, Handler>>);
  }
}

/** One copy of the app's modules, by the path that handlers name. */
export class AppModules {
  private readonly modules: Record<string, Record<string, Handler>>;

  constructor(modules: Record<string, Record<string, Handler>>) {
    this.modules = modules;
  }

  /** @throws Error where `handler` (`file.export`) is no function */
  find(handler: string): Handler {
    const found = this.modules[modulePath(handler)]?.[handler.slice(handler.lastIndexOf('.') + 1)];
    if (typeof found !== 'function') throw new Error(`The handler ${handler} is not a function.`);
    return found;
  }
}
