/**
 * What the app's frame and the page around it say to each other, by `postMessage`.
 * A function cannot be posted: wherever one stands in `data`, a `HandlerMark` stands in its place,
 * and the page calls it with an `event`. `reconcile` sends the whole ForgeDoc each time, as the text of its JSON:
 * "the reconcile payload is JSON-serialised over the bridge", say the sources of `@forge/react`. So what JSON leaves out
 * does not reach the page.
 *
 * Commands that answer with something to be stopped (`subscribeRealtimeChannel`, `on`, `onPublic`)
 * may be answered with any value: the frame gives the app `{ unsubscribe }`, which makes the
 * command `unsubscribe` with `{ call }`, the id of the call to be stopped.
 */
export interface HandlerMark {
  __handler: number;
}

export interface FrameCall {
  forge: 'call';
  id: number;
  cmd: string;
  data: unknown;
}

export type HostToFrame =
  /** `offset` is how far the clock was ahead when the answer was given. */
  | { forge: 'result'; id: number; value?: unknown; offset?: number; error?: string }
  | { forge: 'event'; handler: number; args: unknown[] }
  | { forge: 'clock'; offset: number };
