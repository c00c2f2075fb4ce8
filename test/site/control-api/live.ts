import type { Server } from 'node:http';
import { HTTPException } from 'hono/http-exception';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { Cancel } from '../clock';
import { realtimeContext } from '../forge/context';
import { channelOptions } from '../forge/realtime';
import { TokenRefusal } from '../forge/realtime-token';
import type { LocalSite } from '../local-site';
import { placeSchema, realtimeOpeningOf } from './place';

const subscription = z.union([z.string(), z.number()]);
const subscribe = placeSchema.extend({
  type: z.literal('subscribe'),
  subscription,
  channelName: z.string().min(1),
  isGlobal: z.boolean().default(false),
  options: channelOptions,
});
const unsubscribe = z.object({ type: z.literal('unsubscribe'), subscription });
const message = z.discriminatedUnion('type', [subscribe, unsubscribe]);

type Broadcast = { type: 'changed' } | { type: 'clock'; offset: number } | { type: 'rebuilt' };

/** What happens on the site, told to its pages as it happens, over the WebSocket `/site/live`. */
export class Live {
  private readonly sockets: WebSocketServer;

  constructor(server: Server, site: Pick<LocalSite, 'forge' | 'jira' | 'clock'>) {
    this.sockets = new WebSocketServer({ server, path: '/site/live' });
    this.sockets.on('connection', (socket) => {
      serve(socket, site);
    });
  }

  tell(what: Broadcast): void {
    for (const socket of this.sockets.clients) socket.send(JSON.stringify(what));
  }

  close(): void {
    for (const socket of this.sockets.clients) socket.terminate();
    this.sockets.close();
  }
}

function serve(socket: WebSocket, site: Pick<LocalSite, 'forge' | 'jira' | 'clock'>): void {
  const subscriptions = new Map<string | number, Cancel>();
  const send = (what: object): void => {
    socket.send(JSON.stringify(what));
  };
  socket.on('message', (data: Buffer) => {
    const parsed = message.safeParse(jsonOf(data.toString()));
    if (!parsed.success) {
      send({ type: 'refused', message: z.prettifyError(parsed.error) });
      return;
    }
    const { subscription } = parsed.data;
    subscriptions.get(subscription)?.();
    if (parsed.data.type === 'unsubscribe') return;
    const cancel = listen(parsed.data, site, send);
    if (cancel) subscriptions.set(subscription, cancel);
  });
  // A broken or malformed connection ends; `close` then follows.
  socket.on('error', () => undefined);
  socket.on('close', () => {
    for (const cancel of subscriptions.values()) cancel();
  });
  send({ type: 'clock', offset: site.clock.offset() });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function listen(
  { subscription, channelName, isGlobal, options, ...at }: z.output<typeof subscribe>,
  { forge, jira }: Pick<LocalSite, 'forge' | 'jira'>,
  send: (what: object) => void,
): Cancel | undefined {
  try {
    const context = realtimeContext(realtimeOpeningOf(at, forge, jira));
    const cancel = forge.realtime.subscribe({ channelName, isGlobal, options, context }, (payload) => {
      send({ type: 'realtime', subscription, payload });
    });
    send({ type: 'subscribed', subscription });
    return cancel;
  } catch (error) {
    if (!(error instanceof HTTPException || error instanceof TokenRefusal)) throw error;
    send({ type: 'refused', subscription, message: error.message });
    return undefined;
  }
}
