import { useEffect, useMemo, useState } from 'react';
import { serialized } from '../serialized';
import { useSite } from './site-context';

interface Read<T> {
  /** What was read last, also after a later reading failed. */
  data?: T;
  error?: unknown;
}

export interface SiteData<T> extends Read<T> {
  reload: () => void;
}

/** What `load` finds, read again whenever something on the site or its time changes; `load` must be stable. */
export function useSiteData<T>(load: () => Promise<T>): SiteData<T> {
  const { live } = useSite();
  const [state, setState] = useState<Read<T>>({});

  const reload = useMemo(
    () =>
      serialized(async () => {
        try {
          const data = await load();
          setState({ data });
        } catch (error) {
          setState((before) => ({ ...before, error }));
        }
      }),
    [load],
  );

  useEffect(() => {
    reload();
    const stops = [live.onChanged(reload), live.onClock(reload)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [live, reload]);
  return { ...state, reload };
}
