import { useCallback, useRef } from 'react';
import { call } from '../components/call';
import { useLiveView } from '../components/use-live-view';
import { invoke } from './invoke';
import { withHeld } from './with-held';
import type { LiveView } from '../components/use-live-view';
import type { Answer, WireError } from '../../contract/answer';
import type { Held, PanelView, SendLinkForm } from '../../contract/issue-panel';

/** What the panel shows, and what can be done with it. */
export interface Panel extends LiveView<PanelView> {
  /** Has a link sent; answers what went wrong, or nothing. */
  send: (form: SendLinkForm) => Promise<WireError | undefined>;
  /** To be called when the form for a link is shown, or no longer. Only the form needs to know who the requester is now. */
  showForm: (isShown: boolean) => void;
}

/** The panel of the request it stands on. */
export function usePanel(): Panel {
  const isFormShown = useRef(true);
  const last = useRef<PanelView>();
  const load = useCallback(async (held: Held): Promise<Answer<PanelView>> => {
    const isHeld = last.current !== undefined && !isFormShown.current;
    const answer = await call(invoke('openPanel', { ...held, requester: isHeld }));
    if (!answer.ok) return answer;
    last.current = withHeld(last.current, answer.data);
    return { ok: true, data: last.current };
  }, []);
  const live = useLiveView(load);
  const { reload } = live;
  const showForm = useCallback(
    (isShown: boolean) => {
      const isOpened = isShown && !isFormShown.current;
      isFormShown.current = isShown;
      if (isOpened) void reload();
    },
    [reload],
  );
  const send = useCallback(
    async (form: SendLinkForm) => {
      const answer = await call(invoke('sendLink', form));
      await reload();
      return answer.ok ? undefined : answer.error;
    },
    [reload],
  );
  return { ...live, send, showForm };
}
