import { useEffect } from 'react';

const QUIET_MS = 60_000;
const FIRST_MS = 5_000;
const GROWTH = 1.6;
const RESTING_MS = 5 * 60_000;
const LISTENING_MS = 10 * 60_000;

interface Polling {
  /** Whether something is under way, or could not be read. */
  isWaiting: boolean;
  /** Whether the latest answer was lost: the next one is asked for soon, however long the pauses had become. */
  isLost: boolean;
  /** Whether changes are announced; a dead channel can't be told from a quiet one, so asking never stops altogether. */
  isListening: boolean;
  /** Where this changes, something has happened: the next thing may follow soon. */
  phase?: string | undefined;
  reload: () => Promise<void>;
}

/**
 * Asks again. While something is under way: once a minute where changes are announced, else from every 5 s backing
 * off to a minute. While nothing is: every five minutes, or ten where changes are announced, since one may have been
 * made before anybody listened. A page that nobody sees asks when it is looked at again, and any page when the network comes back.
 */
export function usePolling({ isWaiting, isLost, isListening, phase, reload }: Polling): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    const plan = (pause: number) => {
      if (isOver) return;
      timer = setTimeout(() => {
        const next = isWaiting ? Math.min(pause * GROWTH, QUIET_MS) : pause;
        if (isHidden()) plan(next);
        else void reload().then(() => plan(next));
      }, pause);
    };
    plan(firstPause(isWaiting, isListening));
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [isWaiting, isLost, isListening, phase, reload]);

  useEffect(() => {
    const catchUp = () => {
      if (!isHidden()) void reload();
    };
    document.addEventListener('visibilitychange', catchUp);
    window.addEventListener('online', catchUp);
    return () => {
      document.removeEventListener('visibilitychange', catchUp);
      window.removeEventListener('online', catchUp);
    };
  }, [reload]);
}

function isHidden(): boolean {
  return document.visibilityState === 'hidden';
}

function firstPause(isWaiting: boolean, isListening: boolean): number {
  if (!isWaiting) return isListening ? LISTENING_MS : RESTING_MS;
  return isListening ? QUIET_MS : FIRST_MS;
}
