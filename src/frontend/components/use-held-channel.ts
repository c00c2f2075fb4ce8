import { useCallback, useRef, useState } from 'react';
import type { Answer } from '../../contract/answer';
import type { ChannelView, Held, LiveView } from '../../contract/issue-panel';

/** From this long before its end a channel is not relied on any more, and another one is asked for. */
export const RENEWAL_MS = 60_000;

/** A channel with the time its token ends by this browser's clock, in epoch milliseconds. */
export interface HeldChannel extends Pick<ChannelView, 'name' | 'token'> {
  endsAt: number;
}

/** Loads a view, and with it a channel to listen on where none is held that lasts. */
export function useHeldChannel<View extends LiveView>(load: (held: Held) => Promise<Answer<View>>) {
  const [channel, setChannel] = useState<HeldChannel>();
  // The next load may begin before this component is drawn again.
  const newest = useRef<HeldChannel>();
  const loadView = useCallback(async () => {
    const answer = await load({ channel: lasts(newest.current) });
    if (answer.ok && answer.data.channel) {
      newest.current = byOwnClock(answer.data.channel, answer.data.readAt);
      setChannel(newest.current);
    }
    return answer;
  }, [load]);
  return { channel, loadView };
}

function lasts(channel: HeldChannel | undefined): boolean {
  return channel !== undefined && channel.endsAt - Date.now() >= RENEWAL_MS;
}

function byOwnClock({ name, token, endsAt }: ChannelView, readAt: number): HeldChannel {
  return { name, token, endsAt: endsAt - readAt + Date.now() };
}
