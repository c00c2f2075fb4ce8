import { useCallback } from 'react';
import { useChangeChannel } from './use-change-channel';
import { useHeldChannel } from './use-held-channel';
import { loadErrorOf, useLoaded } from './use-loaded';
import { usePolling } from './use-polling';
import type { Answer, WireError } from '../../contract/answer';
import type { Held, LiveView as Live, VerificationView } from '../../contract/issue-panel';

/** What is shown of a request, and how it is kept up to date. */
export interface LiveView<View> {
  view: View | undefined;
  /** Why it could not be (re)loaded. What was shown before stays. */
  loadError: WireError | undefined;
  /** The server's clock minus the browser's, in milliseconds. */
  clockDrift: number;
  reload: () => Promise<void>;
}

/** Loads a view and keeps it up to date by realtime, by asking, and when the page is looked at again. */
export function useLiveView<View extends Live>(load: (held: Held) => Promise<Answer<View>>): LiveView<View> {
  const { channel, loadView } = useHeldChannel(load);
  const loaded = useLoaded(loadView);
  const { view, error, failures, at, reload } = loaded;
  const clockDrift = view ? view.readAt - at : 0;
  const refresh = useCallback(() => void reload(), [reload]);
  const isListening = useChangeChannel(channel, refresh, refresh);
  // Being announced changes is of no use where they cannot be read. That a link was sent is announced while it is written.
  const isAnnounced = isListening && !error && view?.attempt?.state !== 'sending';
  const isLost = failures > 0;
  usePolling({ isWaiting: isWaiting(view, error), isLost, isListening: isAnnounced, reload });
  return { view, loadError: loadErrorOf(loaded), clockDrift, reload };
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
