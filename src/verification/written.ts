import type { Stored } from './ports';

/** A record after a `commit` that changed it to `value`. */
export function written<T>({ key, rev }: Stored<T>, value: T): Stored<T> {
  return { key, value, rev: rev + 1 };
}
