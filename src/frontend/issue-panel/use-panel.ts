import { makeInvoke } from '@forge/bridge';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../components/call';
import { useChangeChannel } from './use-change-channel';
import { usePolling } from './use-polling';
import type { WireError } from '../../contract/answer';
import type { IssuePanelApi, PanelView, SendLinkForm } from '../../contract/issue-panel';

const invoke = makeInvoke<IssuePanelApi>();

/** What the panel shows, and what can be done with it. */
export interface Panel {
  view: PanelView | undefined;
  /** Why the panel could not be (re)loaded. What was shown before stays. */
  loadError: WireError | undefined;
  /** The server's clock minus the browser's, in milliseconds. */
  clockDrift: number;
  reload: () => Promise<void>;
  /** Has a link sent; answers what went wrong, or nothing. */
  send: (form: SendLinkForm) => Promise<WireError | undefined>;
}

/** Loads the panel and keeps it up to date by realtime, by asking, and when the page is looked at again. */
export function usePanel(): Panel {
  const [view, setView] = useState<PanelView>();
  const [loadError, setLoadError] = useState<WireError>();
  const [clockDrift, setClockDrift] = useState(0);
  const newest = useRef(0);

  const reload = useCallback(async () => {
    const number = ++newest.current;
    const answer = await call(invoke('openPanel'));
    // An answer that a later question overtook says nothing new.
    if (number !== newest.current) return;
    if (answer.ok) {
      setView(answer.data);
      setClockDrift(answer.data.readAt - Date.now());
    }
    setLoadError(answer.ok ? undefined : answer.error);
  }, []);

  const send = useCallback(
    async (form: SendLinkForm) => {
      const answer = await call(invoke('sendLink', form));
      await reload();
      return answer.ok ? undefined : answer.error;
    },
    [reload],
  );

  useEffect(() => void reload(), [reload]);
  const isListening = useChangeChannel(view?.channel, reload);
  usePolling({ isWaiting: view !== undefined && isWaiting(view), isListening, reload });
  return { view, loadError, clockDrift, reload, send };
}

/** Whether something is under way that will end without anybody touching the panel. */
function isWaiting({ attempt, verification }: PanelView): boolean {
  if (attempt?.state === 'sending') return true;
  if (!verification) return false;
  const { state, update } = verification;
  const isTelling = [update?.comment, update?.transition].some(
    (step) => step?.state === 'due' || step?.state === 'attempted',
  );
  return isTelling || state === 'sent' || state === 'started' || state === 'review';
}
