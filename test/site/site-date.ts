/** A `Date` whose present is `now()`; dates made from given values are unchanged. */
export function siteDate(real: DateConstructor, now: () => number): DateConstructor {
  return new Proxy(real, {
    apply: () => new real(now()).toString(),
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
    get: (target, name, receiver) =>
      name === 'now' ? now : (Reflect.get(target, name, receiver) as unknown),
  });
}
