import { messageOf } from '../error-message';
import type { ForgeNode } from '../forge-doc/forge-node';
import type { FrameCall, HandlerMark } from '../frame/protocol';
import { emitToFrames, listenToFrames } from './frame-events';
import { safeHref } from '../safe-href';
import type { LiveConnection } from './live-connection';
import { getContext, invoke, publish, requestProduct, type Answered, type HostedModule } from './platform';

export interface FlagOptions {
  id: string;
  title?: string;
  description?: string;
  type?: string;
  isAutoDismiss?: boolean;
  actions?: { text: string; onClick?: HandlerMark }[];
}

/** What a frame can make happen on the page around it. */
export interface HostPage {
  live: Pick<LiveConnection, 'subscribe'>;
  draw: (doc: ForgeNode) => void;
  fail: (message: string) => void;
  showFlag: (flag: FlagOptions) => void;
  closeFlag: (id: string) => void;
  /** Reads again what the page shows. */
  refresh: () => void;
  open: (url: string, newTab: boolean) => void;
  runHandler: (handler: number, args: readonly unknown[]) => void;
}

type Data = Record<string, unknown>;
type Command = (data: Data, call: number) => unknown;

/** The host's end of the bridge of one frame; `stop` ends what the frame had subscribed to. */
export interface Host {
  /** @throws Error what the app's promise is rejected with */
  answer: (call: FrameCall) => Promise<Answered>;
  stop: () => void;
}

/** @see https://developer.atlassian.com/platform/forge/apis-reference/ui-api-bridge/bridge/ */
export function createHost(module: HostedModule, page: HostPage): Host {
  const streams = new Map<number, () => void>();
  const commands: Record<string, Command> = {
    ...platformCommands(module),
    ...pageCommands(page),
    ...streamCommands(module, page, streams),
  };
  return {
    answer: async ({ cmd, data: sent, id }) => {
      const data = (sent ?? {}) as Data;
      if (cmd === 'invoke') return invoke(module, data['functionKey'], data['payload']);
      const command = commands[cmd];
      if (!command) throw new Error(`"${cmd}" of the bridge is not available on this local site.`);
      return { value: await command(data, id) };
    },
    stop: () => {
      for (const end of streams.values()) end();
      streams.clear();
    },
  };
}

function platformCommands(module: HostedModule): Record<string, Command> {
  return {
    getContext: () => getContext(module),
    fetchProduct: (data) =>
      requestProduct(module, data['restPath'] as string, data['fetchRequestInit'] as RequestInit),
    publishRealtimeChannel: (data) => publish(module, data),
  };
}

function pageCommands(page: HostPage): Record<string, Command> {
  return {
    reconcile: (json: unknown) => {
      page.draw((JSON.parse(json as string) as { forgeDoc: ForgeNode }).forgeDoc);
    },
    onError: (data) => {
      page.fail(messageOf(data['error']));
    },
    showFlag: (data) => {
      page.showFlag(data as unknown as FlagOptions);
      return true;
    },
    closeFlag: (data) => {
      page.closeFlag(data['id'] as string);
      return true;
    },
    navigate: (data) => {
      page.open(safeHref(urlOf(data)), data['type'] === 'new-tab');
    },
    getUrl: (data) => new URL(urlOf(data), location.origin).href,
    reload: () => {
      location.reload();
    },
    refresh: () => {
      page.refresh();
      return true;
    },
    changeWindowTitle: (title: unknown) => {
      document.title = title as string;
    },
    enableTheming: () => undefined,
    emitReadyEvent: () => undefined,
    emit: (data) => {
      emitToFrames(data['event'] as string, data['payload']);
    },
    emitPublic: (data) => {
      emitToFrames(`public:${data['event'] as string}`, data['payload']);
    },
  };
}

function streamCommands(
  module: HostedModule,
  page: HostPage,
  streams: Map<number, () => void>,
): Record<string, Command> {
  const listen = (event: string, callback: unknown, call: number) => {
    const run = (payload: unknown) => {
      page.runHandler((callback as HandlerMark).__handler, [payload]);
    };
    streams.set(call, listenToFrames(event, run));
  };
  return {
    on: (data, call) => {
      listen(data['event'] as string, data['callback'], call);
    },
    onPublic: (data, call) => {
      listen(`public:${data['event'] as string}`, data['callback'], call);
    },
    subscribeRealtimeChannel: async ({ channelName, isGlobal, onEvent, options }, call) => {
      const request = { ...module, channelName: channelName as string, isGlobal: isGlobal === true, options };
      const end = await page.live.subscribe(request, (payload) => {
        page.runHandler((onEvent as HandlerMark).__handler, [payload]);
      });
      streams.set(call, end);
    },
    unsubscribe: ({ call }) => {
      streams.get(call as number)?.();
      streams.delete(call as number);
    },
  };
}

function urlOf(data: Data): string {
  if (typeof data['url'] === 'string') return data['url'];
  if (data['target'] === 'issue') return `/browse/${String(data['issueKey'])}`;
  if (data['target'] === 'module') return `/jira/settings/apps/${String(data['moduleKey'])}`;
  throw new Error(`This local site has no page for the target "${String(data['target'])}".`);
}
