import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer, WireError } from '../../contract/answer';

/** A view as it was read last. */
export interface Loaded<View> {
  view: View | undefined;
  /** Why it could not be (re)loaded. What was shown before stays. */
  error: WireError | undefined;
  /** How often in a row loading has failed. */
  failures: number;
  /** When it came in, by the browser's clock. */
  at: number;
  reload: () => Promise<void>;
}

/** Loads a view at once, and again when it is asked to; `load` must be stable. */
export function useLoaded<View>(load: () => Promise<Answer<View>>): Loaded<View> {
  const [loaded, setLoaded] = useState<Omit<Loaded<View>, 'reload'>>(nothing);
  const ask = useCallback(async () => {
    const answer = await load();
    const at = Date.now();
    setLoaded((before) =>
      answer.ok
        ? { view: answer.data, error: undefined, failures: 0, at }
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
  return { ...loaded, reload };
}

const nothing = { view: undefined, error: undefined, failures: 0, at: 0 };

/** Why nothing can be shown, or what is shown may be out of date, if that is worth saying. */
export function loadErrorOf({
  view,
  error,
  failures,
}: Omit<Loaded<unknown>, 'reload'>): WireError | undefined {
  // One answer gets lost now and then, and the next one is on its way.
  return view === undefined || failures > 1 ? error : undefined;
}

/** Runs `ask` one at a time. A call during a run starts one more run after it, because that run's answer may be out of date. */
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
