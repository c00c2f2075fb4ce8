import { realtime } from '@forge/bridge';
import { useEffect, useState } from 'react';
import type { ChannelView } from '../../contract/issue-panel';

/** A subscription is made anew this long before its token ends. */
const RENEWAL_MS = 60_000;
/** Some browsers take a longer timeout for none. */
const LONGEST_TIMEOUT_MS = 2_000_000_000;

/** A channel with the time its token ends by this browser's clock, in epoch milliseconds. */
export interface HeldChannel extends Pick<ChannelView, 'name' | 'token'> {
  endsAt: number;
}

/**
 * Calls `onChange` whenever "changed" is said on the channel; answers whether it is being listened to.
 * `offered` is the newest channel from the server: it is taken when there is none, or when the one in use is about
 * to end. Shortly before that, `onRenewal` is called, which is to bring a new one.
 */
export function useChangeChannel(
  offered: HeldChannel | undefined,
  onChange: () => void,
  onRenewal: () => void,
): boolean {
  const [inUse, setInUse] = useState<HeldChannel>();
  const [isListening, setIsListening] = useState(false);

  useEffect(() => {
    if (offered && (!inUse || isNearItsEnd(inUse))) setInUse(offered);
  }, [offered, inUse]);

  useEffect(() => {
    if (!inUse) return undefined;
    let isOver = false;
    const listening = (is: boolean) => {
      if (!isOver) setIsListening(is);
    };
    const subscription = realtime.subscribeGlobal(inUse.name, onChange, { token: inUse.token });
    subscription.then(
      () => listening(true),
      () => listening(false),
    );
    const left = Math.min(inUse.endsAt - Date.now(), LONGEST_TIMEOUT_MS);
    const timers = [
      setTimeout(onRenewal, Math.max(0, left - RENEWAL_MS / 2)),
      setTimeout(() => listening(false), Math.max(0, left)),
    ];
    return () => {
      isOver = true;
      setIsListening(false);
      for (const timer of timers) clearTimeout(timer);
      subscription.then(({ unsubscribe }) => unsubscribe()).catch(() => undefined);
    };
  }, [inUse, onChange, onRenewal]);

  return isListening;
}

function isNearItsEnd({ endsAt }: HeldChannel): boolean {
  return endsAt - Date.now() < RENEWAL_MS;
}
