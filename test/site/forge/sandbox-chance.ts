import crypto from 'node:crypto';
import { uuidOf } from '../random';
import type { Randomness } from '../random';
import { realm } from './realm';

/** The globals that an app draws chances from, drawing from `random` instead. */
export function seededGlobals(random: Randomness): Record<string, unknown> {
  return {
    Math: over(realm.Math, { random: () => random.fraction() }),
    crypto: over(realm.crypto, {
      randomUUID: () => uuidOf(random),
      getRandomValues: <View extends ArrayBufferView>(view: View) => fill(view, random),
    }),
  };
}

/** Node's `crypto`, drawing from `random`. */
export function seededCrypto(random: Randomness): object {
  return over(crypto, {
    randomUUID: () => uuidOf(random),
    randomBytes: (count: number) => random.bytes(count),
    randomFillSync: <View extends ArrayBufferView>(view: View) => fill(view, random),
    randomInt: (low: number, high?: number) => {
      const [from, to] = high === undefined ? [0, low] : [low, high];
      return from + Math.floor(random.fraction() * (to - from));
    },
  });
}

function fill<View extends ArrayBufferView>(view: View, random: Randomness): View {
  random.bytes(view.byteLength).copy(Buffer.from(view.buffer, view.byteOffset, view.byteLength));
  return view;
}

/** `original`, with some of its members replaced. */
function over(original: object, members: Record<string, unknown>): object {
  return new Proxy(original, {
    get: (target, name) => {
      if (Object.hasOwn(members, name)) return members[String(name)];
      const member: unknown = Reflect.get(target, name);
      // Methods of the global crypto object refuse to be called on anything else.
      return typeof member === 'function' && target === realm.crypto
        ? (member.bind(target) as unknown)
        : member;
    },
  });
}
