import vm from 'node:vm';

/**
 * The globals of Node's main context, where `vm.compileFunction` puts the app's code. A test runner may run this
 * file in another context, whose `Error` and `Object` the app would not recognise.
 */
export const realm = vm.runInThisContext('globalThis') as typeof globalThis;

/** A deep copy of a JSON value, as a platform boundary makes it; `undefined` stays itself. */
export function copyIntoRealm(value: unknown): unknown {
  return value === undefined ? undefined : (realm.JSON.parse(JSON.stringify(value)) as unknown);
}

/** The message of whatever was thrown, from whichever context it came. */
export function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}
