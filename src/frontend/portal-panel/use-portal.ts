import { makeInvoke } from '@forge/bridge';
import { call } from '../components/call';
import { useAction } from '../components/use-action';
import { loadErrorOf, useLoaded } from '../components/use-loaded';
import { usePolling } from '../components/use-polling';
import type { WireError } from '../../contract/answer';
import type { PortalPanelApi, PortalView } from '../../contract/portal-panel';

const invoke = makeInvoke<PortalPanelApi>();
const load = () => call(invoke('openPortal'));

/** What the panel shows to this user, and what they can do. */
export interface Portal {
  view: PortalView | undefined;
  /** Why it could not be (re)loaded. What was shown before stays. */
  loadError: WireError | undefined;
  /** The server's clock minus the browser's, in milliseconds. */
  clockDrift: number;
  reload: () => Promise<void>;
  objection: {
    isRunning: boolean;
    hasFailed: boolean;
    /** Says that the user did not ask for this; answers whether that is recorded. */
    make: () => Promise<boolean>;
    /** Forgets that it failed. */
    forgive: () => void;
  };
}

/** The panel of the request it stands on, which asks again and again: portals are not known to have realtime. */
export function usePortal(): Portal {
  const loaded = useLoaded(load);
  const { view, failures, at, reload } = loaded;
  const check = view?.kind === 'check' ? view : undefined;
  const { run, running, error, forgive } = useAction<'object'>();
  const make = async () => {
    const isDone = (await run('object', () => invoke('objectToVerification'))) !== undefined;
    if (isDone) await reload();
    return isDone;
  };
  // The employee may get the agent's call at any moment.
  usePolling({
    isWaiting: true,
    isLost: failures > 0,
    isListening: false,
    phase: check && `${check.askedAt} ${check.standing} ${check.code?.kind ?? ''}`,
    reload,
  });
  return {
    view,
    loadError: loadErrorOf(loaded),
    clockDrift: check ? check.readAt - at : 0,
    reload,
    objection: { isRunning: running !== undefined, hasFailed: error !== undefined, make, forgive },
  };
}
