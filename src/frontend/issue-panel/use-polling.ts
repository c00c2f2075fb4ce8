import { useEffect, useRef } from 'react';

const QUIET_MS = 60_000;
const FIRST_MS = 5_000;
const GROWTH = 1.6;

interface Polling {
  /** Whether something is under way. */
  isWaiting: boolean;
  /** Whether changes are announced; a dead channel can't be told from a quiet one, so asking never stops altogether. */
  isListening: boolean;
  reload: () => Promise<void>;
}

/** Asks again: once a minute while changes are announced, else from every 5 s backing off to a minute. */
export function usePolling({ isWaiting, isListening, reload }: Polling): void {
  const pause = useRef(FIRST_MS);

  useEffect(() => {
    if (!isWaiting) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    pause.current = isListening ? QUIET_MS : FIRST_MS;
    const plan = () => {
      timer = setTimeout(() => {
        pause.current = Math.min(pause.current * GROWTH, QUIET_MS);
        void reload().then(plan);
      }, pause.current);
    };
    plan();
    return () => {
      clearTimeout(timer);
    };
  }, [isWaiting, isListening, reload]);

  useEffect(() => {
    const catchUp = () => {
      if (document.visibilityState === 'visible') void reload();
    };
    document.addEventListener('visibilitychange', catchUp);
    return () => {
      document.removeEventListener('visibilitychange', catchUp);
    };
  }, [reload]);
}
