interface ChannelRequest {
  module: string;
  as: string;
  issue?: string;
  channelName: string;
  isGlobal: boolean;
  options: unknown;
}

type ServerMessage =
  | { type: 'clock'; offset: number }
  | { type: 'changed' }
  | { type: 'rebuilt' }
  | { type: 'realtime'; subscription: string; payload: unknown }
  | { type: 'subscribed'; subscription: string }
  | { type: 'refused'; subscription: string; message: string };

interface Subscription {
  request: ChannelRequest;
  onEvent: (payload: unknown) => void;
  settle: (refusal?: string) => void;
}

type Stop = () => void;

const RECONNECT_MS = 1000;

/** The page's one WebSocket to the site. It reconnects by itself and subscribes again. */
export class LiveConnection {
  private socket: WebSocket | undefined;
  private readonly subscriptions = new Map<string, Subscription>();
  private readonly changedListeners = new Set<() => void>();
  private readonly clockListeners = new Set<(offset: number) => void>();
  private readonly url: string;
  private lastId = 0;
  /** The clock's last offset in milliseconds that was heard of here. */
  clockOffset: number | undefined;

  constructor(url: string) {
    this.url = url;
    this.connect();
  }

  /** Calls `listener` when something on the site has changed, and after the connection was lost for a while. */
  onChanged(listener: () => void): Stop {
    this.changedListeners.add(listener);
    return () => this.changedListeners.delete(listener);
  }

  /** Calls `listener` with the clock's new offset in milliseconds. */
  onClock(listener: (offset: number) => void): Stop {
    this.clockListeners.add(listener);
    return () => this.clockListeners.delete(listener);
  }

  /**
   * Listens to a realtime channel for the app.
   * @throws Error with the site's words when it refuses
   */
  async subscribe(request: ChannelRequest, onEvent: (payload: unknown) => void): Promise<Stop> {
    const id = `channel-${String(++this.lastId)}`;
    await new Promise<void>((resolve, reject) => {
      const settle = (refusal?: string) => {
        if (refusal === undefined) resolve();
        else reject(new Error(refusal));
      };
      this.subscriptions.set(id, { request, onEvent, settle });
      this.send({ type: 'subscribe', subscription: id, ...request });
    });
    return () => {
      this.subscriptions.delete(id);
      this.send({ type: 'unsubscribe', subscription: id });
    };
  }

  private connect(isReturn = false): void {
    const socket = new WebSocket(this.url);
    this.socket = socket;
    socket.addEventListener('open', () => {
      for (const [id, { request }] of this.subscriptions)
        this.send({ type: 'subscribe', subscription: id, ...request });
      if (isReturn) this.announceChange();
    });
    socket.addEventListener('message', (event: MessageEvent<string>) => {
      this.receive(JSON.parse(event.data) as ServerMessage);
    });
    socket.addEventListener('close', () => {
      setTimeout(() => {
        this.connect(true);
      }, RECONNECT_MS);
    });
  }

  private send(message: object): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  private receive(message: ServerMessage): void {
    if (message.type === 'changed') this.announceChange();
    else if (message.type === 'rebuilt') location.reload();
    else if (message.type === 'clock') this.moveClock(message.offset);
    else this.receiveForChannel(message);
  }

  private moveClock(offset: number): void {
    this.clockOffset = offset;
    for (const listener of this.clockListeners) listener(offset);
  }

  private receiveForChannel(message: Extract<ServerMessage, { subscription: string }>): void {
    const subscription = this.subscriptions.get(message.subscription);
    if (message.type === 'realtime') subscription?.onEvent(message.payload);
    if (message.type === 'subscribed') subscription?.settle();
    if (message.type === 'refused') {
      this.subscriptions.delete(message.subscription);
      subscription?.settle(message.message);
    }
  }

  private announceChange(): void {
    for (const listener of this.changedListeners) listener();
  }
}
