import { makeResolver } from '@forge/resolver';
import { app as newApp } from '../wiring/app';
import { AppError, toAppError } from '../verification/app-error';
import { admit, identify } from './access';
import type { Callers, Rule } from './access';
import type { Answer, WireError } from '../contract/answer';
import type { App } from '../wiring/app';

type Definitions = Record<string, (form: never) => Answer<unknown>>;
type Data<F> = F extends (form: never) => Answer<infer D> ? D : never;

/**
 * What serves each key. Payloads are whatever a browser sent. Who answers with a function has only read so far: it is
 * called, and may change something, once the caller is let in.
 */
export type Handlers<Api, Table extends Record<keyof Api, Rule>> = {
  [Key in keyof Api]: (
    app: App,
    caller: Callers[Table[Key]],
    payload: unknown,
  ) => Promise<Data<Api[Key]> | (() => Promise<Data<Api[Key]>>)>;
};

type Resolver = ReturnType<typeof makeResolver>;

/**
 * A resolver whose every key stands behind its rule. Known errors are answers; others fail the invocation.
 * The handlers of `readers` change nothing: they read while Jira is still asked about their caller, and what they have
 * read goes out, or is acted on, only for a caller who is let in.
 */
export function guardedResolver<Api extends Definitions, Table extends Record<keyof Api, Rule>>(
  name: string,
  rules: Table,
  handlers: Handlers<Api, Table>,
  readers: readonly (keyof Api)[] = [],
): Resolver {
  const keys = Object.keys(handlers) as (keyof Api & string)[];
  const serve = makeResolver<Definitions>(
    Object.fromEntries(
      keys.map((key) => [
        key,
        ({ payload, context }) =>
          answer(name, async (app) => {
            const caller = identify(rules[key], context);
            const admission = admit(rules[key], app, caller);
            if (!readers.includes(key)) await admission;
            return runAction(await readAfterAdmission(admission, handlers[key](app, caller, payload)));
          }),
      ]),
    ),
  );
  // Resolver looks keys up with `in`, which finds what every object inherits.
  return async (call, runtime) =>
    Object.hasOwn(handlers, call.call.functionKey) ? serve(call, runtime) : refused;
}

/**
 * What was read, once the caller is let in. A refusal wins over whatever else went wrong, and does not wait for what is
 * read: how long that takes would tell what is there.
 */
async function readAfterAdmission<T>(admission: Promise<void>, reading: Promise<T>): Promise<T> {
  // Avoids an unhandled rejection: nobody reads this promise after a refusal.
  reading.catch(() => undefined);
  await admission;
  return reading;
}

async function runAction<T>(served: T | (() => Promise<T>)): Promise<T> {
  return isAct(served) ? served() : served;
}

function isAct<T>(served: T | (() => Promise<T>)): served is () => Promise<T> {
  return typeof served === 'function';
}

const refused: Answer<never> = { ok: false, error: { code: 'not-permitted' } };

async function answer<T>(name: string, serve: (app: App) => Promise<T>): Promise<Answer<T>> {
  const app = newApp();
  try {
    return { ok: true, data: await serve(app) };
  } catch (error) {
    const appError = toAppError(error);
    if (appError.cause !== undefined) app.logFailure(name, appError);
    // Without the cause: its message may hold what must not reach a log.
    if (appError.code === 'unexpected') throw new AppError('unexpected');
    return { ok: false, error: toWire(appError) };
  }
}

function toWire({ code, reason, fields, values }: AppError): WireError {
  return { code, reason, fields, values };
}
