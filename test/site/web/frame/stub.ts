import { installFrameClock } from './frame-clock';
import { Handlers } from './handlers';
import { afterAnswers } from './after-answers';
import type { FrameCall, HostToFrame } from './protocol';

interface Pending {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

/** How often it is looked whether all calls are answered. */
const ROUND_MS = 10;
/** Commands whose answer the app stops with `unsubscribe()`. */
const STOPPABLE = new Set(['subscribeRealtimeChannel', 'on', 'onPublic']);

const handlers = new Handlers(report);
const pending = new Map<number, Pending>();
let lastCall = 0;

const config = JSON.parse(document.getElementById('frame-config')?.textContent ?? '{}') as {
  offset?: number;
};
const realSetTimeout = window.setTimeout.bind(window);
const { setOffset, isPast } = installFrameClock(window, config.offset ?? 0);
const moveClock = afterAnswers(
  setOffset,
  () => pending.size > 0,
  (run) => realSetTimeout(run, ROUND_MS),
);

async function callBridge(cmd: string, data?: unknown): Promise<unknown> {
  const id = ++lastCall;
  const packed = cmd === 'reconcile' ? handlers.packDoc(data) : handlers.packData(data);
  const call: FrameCall = { forge: 'call', id, cmd, data: packed };
  const answer = new Promise<unknown>((resolve, reject) => pending.set(id, { resolve, reject }));
  // The frame's own origin is opaque, and the page that put it there is the only one to hear it.
  window.parent.postMessage(call, '*');
  const value = await answer;
  return STOPPABLE.has(cmd) ? { unsubscribe: () => callBridge('unsubscribe', { call: id }) } : value;
}

function settle(message: Extract<HostToFrame, { forge: 'result' }>): void {
  const call = pending.get(message.id);
  pending.delete(message.id);
  // Before the app looks at its clock: what it is told holds as of then.
  if (message.offset !== undefined) setOffset(message.offset);
  if (message.error === undefined) call?.resolve(message.value);
  else call?.reject(new Error(message.error));
}

window.addEventListener('message', (event: MessageEvent<HostToFrame>) => {
  if (event.source !== window.parent) return;
  const message = event.data;
  if (message.forge === 'result') settle(message);
  else if (message.forge === 'event') handlers.call(message.handler, message.args);
  else moveClock(message.offset);
});

/** Has the page show what the app threw, as Jira does. */
function report(error: unknown): void {
  console.error(error);
  const message = error instanceof Error ? error.message : String(error);
  void callBridge('onError', { error: { message } });
}

window.addEventListener('error', (event) => {
  report(event.error ?? event.message);
});
window.addEventListener('unhandledrejection', (event) => {
  report(event.reason);
});

/** For tests: whether the app has done all that the site's clock, at this offset, makes it do. */
const isAtRest = (offset: number): boolean => pending.size === 0 && isPast(offset);

// `@forge/bridge` looks for `__bridge` when it is imported.
Object.assign(globalThis, { __bridge: { callBridge }, __localSite: { isAtRest } });
