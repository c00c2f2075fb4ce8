import vm from 'node:vm';
import { z } from 'zod';
import { browserGlobals } from './browser-globals';
import type { Desk } from './desk';

const subscription = z.object({
  channelName: z.string(),
  isGlobal: z.boolean().default(false),
  onEvent: z.custom<(payload: unknown) => void>(),
  options: z.looseObject({ token: z.string().optional() }).default({}),
});
const invocation = z.object({ functionKey: z.string(), payload: z.unknown() });
const drawing = z.object({ forgeDoc: z.unknown() });

const RESOURCES = {
  'identity-verification': 'issue-panel',
  'identity-verification-status': 'issue-context',
};

export type PanelModule = keyof typeof RESOURCES;

/** Who looks at what; by default at the panel, where realtime works. */
interface Look {
  module?: PanelModule;
  canListen?: boolean;
}

/** Longer than a panel needs until it is drawn and listens. */
const SETTLED_MS = 5000;

/** An issue's panel or side bar, as the app ships it, open in the browser of an agent who does nothing but wait. */
export class OpenPanel {
  /** How often it has called the app's functions. */
  invocations = 0;
  /** What it shows, as JSON. */
  shown = '';
  private isClosed = false;
  private readonly desk: Desk;
  private readonly issue: string;
  private readonly module: PanelModule;

  private constructor(desk: Desk, issue: string, module: PanelModule) {
    this.desk = desk;
    this.issue = issue;
    this.module = module;
  }

  /** Opens it, and waits until it has been drawn and listens. */
  static async on(desk: Desk, issue: string, look: Look = {}): Promise<OpenPanel> {
    const { module = 'identity-verification', canListen = true } = look;
    const panel = new OpenPanel(desk, issue, module);
    const callBridge = async (command: string, data: unknown) => {
      if (command === 'subscribeRealtimeChannel' && !canListen) throw new Error('Not available');
      return panel.answer(command, data);
    };
    const { site } = desk;
    // Beside the frame's page lie the app's texts, by language.
    const fetchFile = (path: string) => site.fetch(new Request(new URL(path, `${site.url}/frame/`)));
    const globals = browserGlobals(site.clock, callBridge, fetchFile);
    vm.runInNewContext(await desk.frontend(RESOURCES[module]), globals);
    await desk.run(SETTLED_MS);
    return panel;
  }

  /** Nothing that it asks or is told has any effect from now on. */
  close(): void {
    this.isClosed = true;
  }

  private async answer(command: string, data: unknown): Promise<unknown> {
    if (this.isClosed) return new Promise(() => undefined);
    if (command === 'invoke') return this.invoke(data);
    if (command === 'getContext') return this.context();
    if (command === 'subscribeRealtimeChannel') return this.listen(data);
    if (command === 'reconcile') this.shown = JSON.stringify(drawing.parse(data).forgeDoc);
    return undefined;
  }

  private async invoke(data: unknown): Promise<unknown> {
    this.invocations += 1;
    const at = { module: this.module, as: 'agent', issue: this.issue };
    const response = await this.desk.post('/site/invoke', { ...at, ...invocation.parse(data) });
    return ((await response.json()) as { value?: unknown }).value;
  }

  private async context(): Promise<unknown> {
    const at = new URLSearchParams({ module: this.module, as: 'agent', issue: this.issue });
    const { url } = this.desk.site;
    return (await this.desk.site.fetch(new Request(`${url}/site/context?${at.toString()}`))).json();
  }

  private listen(data: unknown): object {
    const { onEvent, ...channel } = subscription.parse(data);
    const hear = (payload: unknown) => {
      if (!this.isClosed) onEvent(payload);
    };
    const context = { moduleKey: this.module };
    return { unsubscribe: this.desk.site.forge.realtime.subscribe({ ...channel, context }, hear) };
  }
}
