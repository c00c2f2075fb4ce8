import { realtime } from '@forge/bridge';
import { useEffect, useState } from 'react';
import type { ChannelView } from '../../contract/issue-panel';

/** A subscription is made anew this long before its token ends. */
const RENEWAL_MS = 60_000;

/**
 * Calls `onChange` whenever "changed" is said on the channel; answers whether it is being listened to.
 * Near its token's end the panel is reloaded, which brings a new token.
 */
export function useChangeChannel(channel: ChannelView | undefined, onChange: () => Promise<void>): boolean {
  const [inUse, setInUse] = useState<ChannelView>();
  const [isListening, setIsListening] = useState(false);

  useEffect(() => {
    if (channel && (!inUse || isNearItsEnd(inUse))) setInUse(channel);
  }, [channel, inUse]);

  useEffect(() => {
    if (!inUse) return undefined;
    const subscription = realtime.subscribeGlobal(inUse.name, () => void onChange(), { token: inUse.token });
    subscription.then(
      () => {
        setIsListening(true);
      },
      () => {
        setIsListening(false);
      },
    );
    const renewal = setTimeout(
      () => void onChange(),
      Math.max(0, inUse.endsAt - RENEWAL_MS / 2 - Date.now()),
    );
    return () => {
      clearTimeout(renewal);
      setIsListening(false);
      subscription.then(({ unsubscribe }) => unsubscribe()).catch(() => undefined);
    };
  }, [inUse, onChange]);

  return isListening;
}

function isNearItsEnd({ endsAt }: ChannelView): boolean {
  return endsAt - Date.now() < RENEWAL_MS;
}
