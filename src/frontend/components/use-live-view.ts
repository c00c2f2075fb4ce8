import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useChangeChannel } from './use-change-channel';
import { usePolling } from './use-polling';
import type { Answer, WireError } from '../../contract/answer';
import type { LiveView as Live, VerificationView } from '../../contract/issue-panel';

/** What is shown of a request, and how it is kept up to date. */
export interface LiveView<View> {
  view: View | undefined;
  /** Why it could not be (re)loaded. What was shown before stays. */
  loadError: WireError | undefined;
  /** The server's clock minus the browser's, in milliseconds. */
  clockDrift: number;
  reload: () => Promise<void>;
}

interface Loaded<View> {
  view?: View;
  error?: WireError | undefined;
  /** How often in a row loading has failed. */
  failures: number;
  /** When this came in, by the browser's clock. */
  at: number;
}

/** Loads a view and keeps it up to date by realtime, by asking, and when the page is looked at again. */
export function useLiveView<View extends Live>(load: () => Promise<Answer<View>>): LiveView<View> {
  const [{ view, error, failures, at }, setLoaded] = useState<Loaded<View>>({ failures: 0, at: 0 });
  const ask = useCallback(async () => {
    const answer = await load();
    const now = Date.now();
    setLoaded((before) =>
      answer.ok
        ? { view: answer.data, failures: 0, at: now }
        : { ...before, error: answer.error, failures: before.failures + 1 },
    );
  }, [load]);
  const reload = useOneAtATime(ask);

  const hasStarted = useRef(false);
  useEffect(() => {
    // React's StrictMode runs effects twice.
    if (hasStarted.current) return;
    hasStarted.current = true;
    void reload();
  }, [reload]);

  const clockDrift = view ? view.readAt - at : 0;
  const channel = view?.channel;
  const held = useMemo(
    () => channel && { ...channel, endsAt: channel.endsAt - clockDrift },
    [channel, clockDrift],
  );
  const refresh = useCallback(() => void reload(), [reload]);
  const isListening = useChangeChannel(held, refresh, refresh);
  // Being announced changes is of no use where they cannot be read. That a link was sent is announced while it is written.
  const isAnnounced = isListening && !error && view?.attempt?.state !== 'sending';
  const isLost = failures > 0;
  usePolling({ isWaiting: isWaiting(view, error), isLost, isListening: isAnnounced, reload });
  // One answer gets lost now and then, and the next one is on its way.
  const isWorthSaying = view === undefined || failures > 1;
  return { view, loadError: isWorthSaying ? error : undefined, clockDrift, reload };
}

/** Runs `ask` one at a time. Who comes while it runs gets one more run, for what was asked may be old already. */
function useOneAtATime(ask: () => Promise<void>): () => Promise<void> {
  const running = useRef<Promise<void>>();
  const next = useRef<Promise<void>>();
  return useCallback(() => {
    const run = (): Promise<void> => {
      next.current = undefined;
      running.current = ask().finally(() => (running.current = undefined));
      return running.current;
    };
    if (!running.current) return run();
    next.current ??= running.current.then(run, run);
    return next.current;
  }, [ask]);
}

const final = new Set<WireError['code']>(['not-permitted', 'not-found']);

/** Whether something is under way that will end without anybody touching the page. */
function isWaiting(view: Live | undefined, error: WireError | undefined): boolean {
  if (error) return !final.has(error.code);
  return view?.attempt?.state === 'sending' || isUnderWay(view?.verification);
}

const open = new Set<string>(['sent', 'started', 'review']);

function isUnderWay(verification: VerificationView | undefined): boolean {
  const { state, update } = verification ?? {};
  const isTelling = [update?.comment, update?.transition].some(
    (step) => step?.state === 'due' || step?.state === 'attempted',
  );
  return isTelling || (state !== undefined && open.has(state));
}
