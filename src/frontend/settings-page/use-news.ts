import { useEffect } from 'react';
import { call } from '../components/call';
import { invoke } from './invoke';
import type { SettingsModel } from './use-settings';

const ASK_EVERY_MS = 10_000;
/** After so many times it asks more rarely. */
const EAGER_ASKS = 60;
const ASK_RARELY_MS = 60_000;

/** Asks for what arrived while something is waited for: less often after ten minutes. */
export function useNews(isWaiting: boolean, refresh: SettingsModel['refresh']): void {
  useEffect(() => {
    if (!isWaiting) return undefined;
    let asks = 0;
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      timer = setTimeout(ask, asks++ < EAGER_ASKS ? ASK_EVERY_MS : ASK_RARELY_MS);
    };
    const ask = () => {
      void call(invoke('readNews')).then((answer) => {
        if (answer.ok) refresh(answer.data);
      });
      wait();
    };
    wait();
    return () => {
      clearTimeout(timer);
    };
  }, [isWaiting, refresh]);
}
