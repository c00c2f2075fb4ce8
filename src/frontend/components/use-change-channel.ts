import { realtime } from '@forge/bridge';
import { useEffect, useState } from 'react';
import { RENEWAL_MS } from './use-held-channel';
import type { HeldChannel } from './use-held-channel';

/** Some browsers take a longer timeout for none. */
const LONGEST_TIMEOUT_MS = 2_000_000_000;

/**
 * Calls `onChange` whenever "changed" is said on the channel; answers whether it is being listened to. Shortly before
 * the channel's end `onRenewal` is called, which is to bring a new one.
 */
export function useChangeChannel(
  channel: HeldChannel | undefined,
  onChange: () => void,
  onRenewal: () => void,
): boolean {
  const [isListening, setIsListening] = useState(false);

  useEffect(() => {
    if (!channel) return undefined;
    let isOver = false;
    const listening = (is: boolean) => {
      if (!isOver) setIsListening(is);
    };
    const subscription = realtime.subscribeGlobal(channel.name, onChange, { token: channel.token });
    subscription.then(
      () => listening(true),
      () => listening(false),
    );
    const left = Math.min(channel.endsAt - Date.now(), LONGEST_TIMEOUT_MS);
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
  }, [channel, onChange, onRenewal]);

  return isListening;
}
