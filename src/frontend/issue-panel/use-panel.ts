import { useCallback } from 'react';
import { call } from '../components/call';
import { useLiveView } from '../components/use-live-view';
import { invoke } from './invoke';
import type { LiveView } from '../components/use-live-view';
import type { WireError } from '../../contract/answer';
import type { PanelView, SendLinkForm } from '../../contract/issue-panel';

/** What the panel shows, and what can be done with it. */
export interface Panel extends LiveView<PanelView> {
  /** Has a link sent; answers what went wrong, or nothing. */
  send: (form: SendLinkForm) => Promise<WireError | undefined>;
}

const load = () => call(invoke('openPanel'));

/** The panel of the request it stands on. */
export function usePanel(): Panel {
  const live = useLiveView(load);
  const { reload } = live;
  const send = useCallback(
    async (form: SendLinkForm) => {
      const answer = await call(invoke('sendLink', form));
      await reload();
      return answer.ok ? undefined : answer.error;
    },
    [reload],
  );
  return { ...live, send };
}
