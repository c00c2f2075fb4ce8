import { makeResolver } from '@forge/resolver';
import { app as newApp } from '../wiring/app';
import { admit, identify, readAfterAdmission } from './admission';
import { knownError } from './known-error';
import type { Callers, Rule } from './access';
import type { Answer, WireError } from '../contract/answer';
import type { AppError } from '../verification/app-error';
import type { App } from '../wiring/app';

type Definitions = Record<string, (form: never) => Answer<unknown>>;
type Data<F> = F extends (form: never) => Answer<infer D> ? D : never;

/**
 * The handler of a resolver key. `read` changes nothing, and runs while Jira is still asked about the caller; what it read goes
 * out, or to `act`, only once the caller is let in. `act` may change something. Payloads are whatever a browser sent.
 */
type Handler<Caller, D> =
  | { read: (app: App, caller: Caller, payload: unknown) => Promise<D>; act?: undefined }
  | { read?: undefined; act: (app: App, caller: Caller, payload: unknown) => Promise<D> }
  | {
      read: (app: App, caller: Caller, payload: unknown) => Promise<object>;
      // Each `act` takes what its own `read` answers.
      act: (app: App, caller: Caller, read: never) => Promise<D>;
    };

export type Handlers<Api, Table extends Record<keyof Api, Rule>> = {
  [Key in keyof Api]: Handler<Callers[Table[Key]], Data<Api[Key]>>;
};

type Resolver = ReturnType<typeof makeResolver>;

/** A resolver whose every key stands behind its rule. Known errors are answers; others fail the invocation. */
export function guardedResolver<Api extends Definitions, Table extends Record<keyof Api, Rule>>(
  name: string,
  rules: Table,
  handlers: Handlers<Api, Table>,
): Resolver {
  const keys = Object.keys(handlers) as (keyof Api & string)[];
  const serve = makeResolver<Definitions>(
    Object.fromEntries(
      keys.map((key) => [
        key,
        ({ payload, context }) =>
          answer(name, async (app) => {
            const caller = identify(rules[key], context);
            return run(app, handlers[key], { rule: rules[key], caller, payload });
          }),
      ]),
    ),
  );
  // Resolver looks keys up with `in`, which finds what every object inherits.
  return async (call, runtime) =>
    Object.hasOwn(handlers, call.call.functionKey) ? serve(call, runtime) : refused;
}

async function run<R extends Rule, D>(
  app: App,
  { read, act }: Handler<Callers[R], D>,
  { rule, caller, payload }: { rule: R; caller: Callers[R]; payload: unknown },
): Promise<D> {
  const admission = admit(rule, app, caller);
  if (!read) {
    await admission;
    return act(app, caller, payload);
  }
  const reading = await readAfterAdmission<unknown>(admission, read(app, caller, payload));
  return act ? act(app, caller, reading as never) : (reading as D);
}

const refused: Answer<never> = { ok: false, error: { code: 'not-permitted' } };

async function answer<T>(name: string, serve: (app: App) => Promise<T>): Promise<Answer<T>> {
  const app = newApp();
  try {
    return { ok: true, data: await serve(app) };
  } catch (error) {
    return { ok: false, error: toWire(knownError(app, name, error)) };
  }
}

function toWire({ code, reason, fields, values }: AppError): WireError {
  return { code, reason, fields, values };
}
